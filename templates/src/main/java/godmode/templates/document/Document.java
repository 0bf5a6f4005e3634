package godmode.templates.document;

import godmode.core.report.Part;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Review;
import godmode.templates.TemplateFolder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    ARCHITECTURE("architecture"),
    CAP_ANALYSIS("cap-analysis"),
    PARTITION_PLAN("partition-plan"),
    SHARDING("sharding");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The last part of its file name. */
    public String word() {
      return word;
    }

    /** The checklist items that it is about. */
    List<ChecklistItem> items() {
      return switch (this) {
        case ARCHITECTURE -> Part.VALIDATE.items();
        case CAP_ANALYSIS ->
            Stream.concat(Part.CAP.items().stream(), Part.CONSISTENCY.items().stream())
                .distinct()
                .sorted()
                .toList();
        case PARTITION_PLAN -> Part.PARTITION.items();
        case SHARDING -> Part.SHARD.items();
      };
    }

    /**
     * The document of a review.
     *
     * @param folder where it lives, relative to the reviewed directory
     * @param existing the text that is there now, whose kept regions are carried over
     */
    public Document render(Review review, String folder, Optional<String> existing) {
      String path = Documents.path(review.system(), this, folder);
      String fresh = TEMPLATES.fill(word + ".ftl", DocumentFacts.of(review, items(), path));
      return new Document(path, existing.map(old -> KeptRegions.carry(old, fresh)).orElse(fresh));
    }
  }
}
