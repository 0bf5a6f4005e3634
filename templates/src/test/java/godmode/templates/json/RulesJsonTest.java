package godmode.templates.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule book as a document. */
class RulesJsonTest {
  /** A rule as the rule book has them; it reads a decision and what files show. */
  @RuleCard(
      title = "a lock has no purpose",
      item = ChecklistItem.LEADER_ELECTION_FENCING,
      since = "0.1",
      sources = "https://example.org/locks",
      formerly = "idle-lock")
  static final class AimlessLock implements Rule.OfGuard {
    @Override
    public Outcome judge(Guard lock, Design design) {
      return Given.facts(lock.fact(Attributes.PURPOSE), lock.fact(Attributes.MECHANISM))
          .then((purpose, mechanism) -> Outcome.holds("%s is a %s", lock.id(), mechanism));
    }
  }

  private static String document() throws IOException {
    return RulesJson.of(List.of(new AimlessLock()));
  }

  @Test
  void a_rule_is_listed_with_the_evidence_that_it_reads() throws IOException {
    assertThat(document())
        .isEqualTo(
            """
            {
              "schema": "godmode/rules/1",
              "rules": [
                {
                  "name": "aimless-lock",
                  "title": "a lock has no purpose",
                  "item": "leader-election-fencing",
                  "judges": "guard",
                  "evidence": [
                    {
                      "name": "mechanism",
                      "kind": "observable"
                    },
                    {
                      "name": "purpose",
                      "kind": "decision"
                    }
                  ],
                  "since": "0.1",
                  "sources": [
                    "https://example.org/locks"
                  ],
                  "formerly": [
                    "idle-lock"
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void the_document_is_valid_by_the_published_schema() throws IOException {
    assertThat(errors(document())).isEmpty();
    assertThat(errors(document().replace("\"decision\"", "\"guess\""))).isNotEmpty();
    assertThat(errors(document().replace("\"judges\"", "\"judge\""))).isNotEmpty();
  }

  private static List<Error> errors(String document) throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/rules.schema.json"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:godmode:rules:1", schema)))
        .getSchema(SchemaLocation.of("urn:godmode:rules:1"))
        .validate(document, InputFormat.JSON);
  }
}
