package godmode.templates.json;

import godmode.core.fact.Attribute;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.RuleEvidence;
import godmode.core.review.Rules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rule book as a document: {@code godmode/rules/1}. */
public final class RulesJson {
  private RulesJson() {}

  /** The document. */
  public static String of(List<Rule> rules) throws IOException {
    return Json.document(
        json -> {
          json.text("schema", "godmode/rules/1");
          json.list(
              "rules",
              () -> {
                for (Rule rule : rules) {
                  json.item(() -> rule(json, rule));
                }
              });
        });
  }

  private static void rule(Json json, Rule rule) throws IOException {
    RuleCard card = Rules.card(rule);
    json.text("name", Rules.name(rule));
    json.text("title", card.title());
    json.text("item", card.item().id());
    json.text("judges", RuleEvidence.subject(rule));
    List<Attribute<?>> evidence = RuleEvidence.of(rule);
    json.list(
        "evidence",
        () -> {
          for (Attribute<?> attribute : evidence) {
            json.item(
                () -> {
                  json.text("name", attribute.name());
                  json.text("kind", attribute.kind().name().toLowerCase(Locale.ROOT));
                });
          }
        });
    json.text("since", card.since());
    json.texts("sources", Arrays.asList(card.sources()));
    json.texts("formerly", Arrays.asList(card.formerly()));
  }
}
