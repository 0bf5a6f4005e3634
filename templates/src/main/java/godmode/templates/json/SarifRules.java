package godmode.templates.json;

import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Rules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a SARIF run says of the rules that its results name: title, page, and where to read on. */
final class SarifRules {
  private final Json json;
  private final List<Rule> rules;

  SarifRules(Json json, List<Rule> rules) {
    this.json = json;
    this.rules = rules;
  }

  /** One descriptor for each name, in that order. */
  void write(List<String> names) throws IOException {
    for (String name : names) {
      json.item(
          () -> {
            json.text("id", name);
            Optional<Rule> rule =
                rules.stream().filter(known -> Rules.name(known).equals(name)).findFirst();
            if (rule.isPresent()) {
              describe(rule.get());
            }
          });
    }
  }

  private void describe(Rule rule) throws IOException {
    RuleCard card = Rules.card(rule);
    json.text("name", rule.getClass().getSimpleName());
    json.object("shortDescription", () -> json.text("text", card.title()));
    Optional<String> source =
        Arrays.stream(card.sources()).filter(text -> text.startsWith("https://")).findFirst();
    if (source.isPresent()) {
      json.text("helpUri", source.get());
    }
    Optional<String> page = Rules.page(rule);
    if (page.isPresent()) {
      json.object(
          "help",
          () -> {
            json.text("text", page.get());
            json.text("markdown", page.get());
          });
    }
    json.object(
        "properties",
        () -> json.texts("tags", List.of("distributed-systems", card.item().aspect())));
  }
}
