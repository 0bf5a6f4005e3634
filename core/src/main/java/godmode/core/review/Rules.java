package godmode.core.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The rules on the class path. */
public final class Rules {
  private Rules() {}

  /** Every rule, sorted by name. */
  public static List<Rule> onClassPath() {
    return ServiceLoader.load(Rule.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Rules::name))
        .toList();
  }

  /** The name in reports: the class name in kebab-case, {@code disjoint-quorums}. */
  public static String name(Rule rule) {
    return name(rule.getClass());
  }

  /** The name of a rule class. */
  public static String name(Class<? extends Rule> rule) {
    return rule.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The card of a rule; a rule without one is a defect. */
  public static RuleCard card(Rule rule) {
    RuleCard card = rule.getClass().getAnnotation(RuleCard.class);
    if (card == null) {
      throw new IllegalStateException(rule.getClass() + " has no @RuleCard");
    }
    return card;
  }

  /** The page of a rule as Markdown, which lies beside its class. */
  public static Optional<String> page(Rule rule) throws IOException {
    String file = rule.getClass().getSimpleName() + ".md";
    try (InputStream page = rule.getClass().getResourceAsStream(file)) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
