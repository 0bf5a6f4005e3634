package godmode.core.review;

import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import java.util.List;

/**
 * A decision that nobody has made yet.
 *
 * @param path where the design record or an answers file holds it: {@code data.orders.reads}
 * @param attribute what is decided
 * @param about what it is decided for, as a phrase for the question
 * @param subjects ids of the subjects it covers, sorted
 * @param rules names of the rules that wait for it, sorted
 * @param items checklist items that wait for it, in their order
 */
public record OpenDecision(
    String path,
    Attribute<?> attribute,
    String about,
    List<String> subjects,
    List<String> rules,
    List<ChecklistItem> items) {
  public OpenDecision {
    subjects = List.copyOf(subjects);
    rules = List.copyOf(rules);
    items = List.copyOf(items);
  }

  /** Whether nothing else may be designed before it is answered. */
  public boolean isGate() {
    return attribute.equals(Attributes.READS) || attribute.equals(Attributes.PARTITION);
  }

  /** The question as a sentence. */
  public String question() {
    return attribute.question().replace("%s", about);
  }
}
