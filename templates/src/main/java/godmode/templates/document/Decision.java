package godmode.templates.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision of the design.
 *
 * @param slug the same as long as it is about the same thing; part of a file name
 * @param subject what it is decided for
 * @param status {@code accepted} if people said so, {@code proposed} if it follows from answers
 * @param by who decided and when; empty if nobody noted it
 * @param question what had to be decided, with what the repository shows
 * @param chosen what is done
 * @param because why; empty if nobody said
 * @param options what was looked at, the chosen one among them
 * @param rules what confirms it in CI
 * @param sources papers and pages
 */
public record Decision(
    String slug,
    String topic,
    String subject,
    String status,
    List<String> by,
    String question,
    String chosen,
    String because,
    List<Option> options,
    List<RuleRow> rules,
    List<String> sources,
    List<Evidence> at) {
  public Decision {
    by = List.copyOf(by);
    options = List.copyOf(options);
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
    at = List.copyOf(at);
  }

  /**
   * An alternative.
   *
   * @param consequence what it means here
   */
  public record Option(String name, String consequence, boolean taken) {}

  /** A rule that judges it, on what, and what it says now. */
  public record RuleRow(String rule, String on, String now) {}

  /** Its heading. */
  public String title() {
    return topic + " of " + subject + ": " + chosen;
  }

  /** What was not chosen, in one cell. */
  public String rejected() {
    return options.stream()
        .filter(option -> !option.taken())
        .map(Option::name)
        .collect(Collectors.joining("; "));
  }
}
