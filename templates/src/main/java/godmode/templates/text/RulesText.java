package godmode.templates.text;

import godmode.core.fact.Attribute;
import godmode.core.report.ReportRequest;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.RuleEvidence;
import godmode.core.review.Rules;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The rule book for people at a terminal. */
public final class RulesText {
  private static final int ITEM = 30;

  private RulesText() {}

  /** The text: of each rule its name and checklist item, what it flags, and what it reads. */
  public static String of(List<Rule> rules, ReportRequest request) throws IOException {
    Page page = Page.of(request);
    for (Rule rule : rules) {
      RuleCard card = Rules.card(rule);
      page.labelled(page.ink()::strong, Rules.name(rule), ITEM, card.item().id());
      page.paragraph(2, card.title());
      String reads = reads(rule);
      if (!reads.isEmpty()) {
        page.item(page.ink()::faint, "  reads", 9, page.ink()::faint, reads);
      }
    }
    return page.toString();
  }

  private static String reads(Rule rule) throws IOException {
    return RuleEvidence.of(rule).stream()
        .map(attribute -> attribute.name() + (attribute.isDecision() ? " (asked)" : ""))
        .collect(Collectors.joining(", "));
  }

  /** The same as a table of Markdown. */
  public static String markdown(List<Rule> rules) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("# Rules\n\nPrinted by `godmode rules --format markdown`.\n\n");
    out.append("| rule | checklist item | what it flags | evidence it reads | since |\n");
    out.append("|---|---|---|---|---|\n");
    for (Rule rule : rules) {
      RuleCard card = Rules.card(rule);
      String evidence =
          RuleEvidence.of(rule).stream().map(Attribute::name).collect(Collectors.joining(", "));
      List<String> cells =
          List.of(
              "[" + Rules.name(rule) + "](rules/" + Rules.name(rule) + ".md)",
              card.item().id(),
              card.title(),
              evidence,
              card.since());
      out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return out.toString();
  }
}
