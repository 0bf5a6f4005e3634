package godmode.templates.document;

import godmode.core.review.ChecklistItem;
import godmode.core.review.Review;
import godmode.templates.TemplateFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A document of the repository.
 *
 * @param path relative to the reviewed directory, with {@code /}
 * @param text whole text, with LF at every line end
 */
public record Document(String path, String text) {
  private static final TemplateFolder TEMPLATES =
      new TemplateFolder(Document.class, MarkdownText.FORMAT);

  /** The four kinds of document. */
  public enum Kind {
    ARCHITECTURE("architecture", "architecture"),
    CAP_ANALYSIS("cap-analysis", "CAP analysis"),
    PARTITION_PLAN("partition-plan", "partition plan"),
    SHARDING("sharding", "sharding");

    private final String word;
    private final String title;

    Kind(String word, String title) {
      this.word = word;
      this.title = title;
    }

    /** The last part of its file name. */
    public String word() {
      return word;
    }

    /** What it is called in a sentence. */
    public String title() {
      return title;
    }

    /** The document that tells the findings of an item; each finding is told in one only. */
    static Kind telling(ChecklistItem item) {
      return switch (item) {
        case CONSENSUS_PROTOCOL, LEADER_ELECTION_FENCING, REPLICATION_TOPOLOGY -> ARCHITECTURE;
        case CAP_TRADE_OFF, OPERATION_CONSISTENCY, CONFLICT_RESOLUTION -> CAP_ANALYSIS;
        case PARTITION_HANDLING,
            FAILURE_DETECTOR,
            SPLIT_BRAIN_PREVENTION,
            PARTITION_TEST_PLAN,
            POST_PARTITION_RECONCILIATION ->
            PARTITION_PLAN;
        case SHARDING_KEY -> SHARDING;
      };
    }

    /** The checklist items whose findings it tells. */
    List<ChecklistItem> items() {
      return Arrays.stream(ChecklistItem.values()).filter(item -> telling(item) == this).toList();
    }

    /**
     * The document of a review.
     *
     * @param folder where it lives, relative to the reviewed directory
     * @param existing the text that is there now, whose kept regions are carried over
     */
    public Document render(Review review, String folder, Optional<String> existing) {
      String path = Documents.path(review.system(), this, folder);
      String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
      String fresh = TEMPLATES.fill(word + ".ftl", facts(new DocumentSource(review, this, up)));
      return new Document(path, existing.map(old -> KeptRegions.carry(old, fresh)).orElse(fresh));
    }

    private Object facts(DocumentSource from) {
      return switch (this) {
        case ARCHITECTURE -> ArchitectureFacts.of(from);
        case CAP_ANALYSIS -> CapFacts.of(from);
        case PARTITION_PLAN -> PartitionFacts.of(from);
        case SHARDING -> ShardingFacts.of(from);
      };
    }
  }
}
