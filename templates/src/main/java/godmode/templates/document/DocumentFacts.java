package godmode.templates.document;

import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Review;
import godmode.templates.document.Rows.In;
import java.util.List;

/**
 * Everything a template may print. Text is as it was read and is escaped by the template; what
 * nobody said is a word that says so.
 *
 * @param several whether there are several environments, so that tables need a column for them
 * @param checklist the items that this document is about, and so with findings and open decisions
 */
public record DocumentFacts(
    String system,
    String kind,
    String because,
    String verdict,
    long passed,
    long applicable,
    boolean several,
    List<Rows.Declared> context,
    List<Rows.Part> components,
    String diagram,
    List<Rows.Unread> unread,
    List<Rows.DataRow> data,
    List<Rows.OperationRow> operations,
    List<Rows.Declared> consensus,
    List<In<Rows.VoterRow>> voters,
    List<In<Rows.StoreRow>> stores,
    List<In<Rows.GuardRow>> guards,
    List<Rows.FailureRow> failures,
    List<Rows.ChoiceRow> choices,
    List<Rows.Declared> risks,
    List<Rows.Declared> plan,
    List<In<Scenarios.Scenario>> scenarios,
    List<Rows.ExperimentRow> experiments,
    List<Rows.Declared> sharding,
    List<In<Rows.ChannelRow>> channels,
    List<ChecklistRow> checklist,
    List<Rows.FindingRow> findings,
    List<Rows.StoryRow> stories,
    List<Rows.TriedRow> tried,
    List<Rows.OpenRow> open,
    List<Rows.AcceptedRow> accepted) {

  /**
   * The facts of a review.
   *
   * @param items what the document is about
   * @param path where it lives, relative to the reviewed directory
   */
  static DocumentFacts of(Review review, List<ChecklistItem> items, String path) {
    String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
    ReviewRows rows = new ReviewRows(review, items, up);
    DesignRows design = new DesignRows(review, up);
    return new DocumentFacts(
        review.system(),
        review.topology().classification().kind(),
        review.topology().classification().because(),
        review.verdictWords(),
        review.passed(),
        review.applicable(),
        review.designs().size() > 1,
        rows.context(),
        rows.components(),
        Mermaid.of(review.topology()),
        rows.unread(),
        design.data(),
        design.operations(),
        rows.consensus(),
        design.voters(),
        design.stores(),
        design.guards(),
        rows.failures(),
        rows.choices(),
        rows.risks(),
        rows.plan(),
        design.scenarios(),
        rows.experiments(),
        rows.sharding(),
        design.channels(),
        rows.checklist(),
        rows.findings(),
        rows.stories(),
        rows.tried(),
        rows.open(),
        rows.accepted());
  }
}
