package godmode.templates.code;

import godmode.templates.code.Pattern.Mechanism;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the manual that tells all patterns, in Markdown. */
public final class PatternPage {
  private PatternPage() {}

  /** Every pattern, what it is written in, and what happens without each of its mechanisms. */
  public static String of(List<Pattern> patterns) {
    StringBuilder page = new StringBuilder();
    page.append("# Patterns that can be generated\n\n")
        .append("`godmode generate NAME` writes them; [generate](generate.md) says how. Each")
        .append(" mechanism has a test that fails without it:\nthat is checked in our build, which")
        .append(" leaves out one at a time. For files to deploy, our own review is the test, and")
        .append(
            " the table\nsays what it finds. Experiments are run against a cluster that is only")
        .append(" simulated.\n");
    for (Theme theme : Theme.values()) {
      List<Pattern> its = patterns.stream().filter(each -> each.theme() == theme).toList();
      if (!its.isEmpty()) {
        page.append("\n## ").append(theme.title()).append('\n');
        its.forEach(each -> page.append(section(each)));
      }
    }
    return page.toString();
  }

  private static String section(Pattern pattern) {
    StringBuilder section = new StringBuilder();
    section.append("\n### ").append(pattern.name()).append("\n\n");
    section.append(sentence(pattern.about())).append(' ').append(written(pattern)).append("\n\n");
    decisions(pattern, section);
    section.append("| without | what happens |\n|---|---|\n");
    for (Mechanism mechanism : pattern.mechanisms()) {
      section.append("| ").append(mechanism.name()).append(" | ");
      section.append(mechanism.without()).append(" |\n");
    }
    return section.toString();
  }

  private static void decisions(Pattern pattern, StringBuilder into) {
    if (!pattern.decisions().isEmpty()) {
      into.append("Follows from ")
          .append(
              pattern.decisions().stream()
                  .map(
                      one ->
                          "`" + one.path() + ": " + (one.within() ? "…" : "") + one.value() + "`")
                  .collect(Collectors.joining(", ")))
          .append(" in a design record.\n\n");
    }
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + '.';
  }

  private static String written(Pattern pattern) {
    return pattern.variants().entrySet().stream()
        .map(each -> files(each.getKey(), each.getValue()))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String files(Flavour flavour, Pattern.Variant variant) {
    String files =
        variant.files().stream()
            .map(file -> "`" + file + "`")
            .collect(Collectors.joining(", ", flavour.isCode() ? flavour.word() + ": " : "", ""));
    return variant.libraries().isEmpty()
        ? files
        : files + " (needs " + String.join(", ", variant.libraries()) + ")";
  }
}
