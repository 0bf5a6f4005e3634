package godmode.templates.document;

import godmode.core.review.Review;
import godmode.templates.chaos.ChaosFiles;
import godmode.templates.chaos.CheckScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The files that a session leaves behind for people: documents, decisions, experiments. */
public final class Documents {
  /** Where they live unless something else is said. */
  public static final String FOLDER = "docs/distributed";

  private Documents() {}

  /**
   * All documents of a review, in a fixed order.
   *
   * @param folder relative to the reviewed directory, with {@code /}
   * @param existing looks up the present text of a path
   */
  public static List<Document> all(
      Review review, String folder, Function<String, Optional<String>> existing) {
    List<Document> documents = new ArrayList<>();
    for (Document.Kind kind : Document.Kind.values()) {
      String path = path(review.system(), kind, folder);
      documents.add(kind.render(review, folder, existing.apply(path)));
    }
    documents.addAll(DecisionRecords.of(review, folder, existing));
    String beside = place(folder) + fileName(review.system());
    documents.add(new Document(beside + "-check.sh", CheckScript.of(review)));
    for (ChaosFiles.File file : ChaosFiles.of(review, fileName(review.system()))) {
      documents.add(new Document(beside + file.suffix(), file.text()));
    }
    return documents;
  }

  /** Where a document lives: {@code docs/distributed/shop-cap-analysis.md}. */
  public static String path(String system, Document.Kind kind, String folder) {
    return place(folder) + fileName(system) + "-" + kind.word() + ".md";
  }

  /** The folder with a slash at its end; nothing for the reviewed directory itself. */
  static String place(String folder) {
    return folder.isEmpty() || folder.equals(".") ? "" : folder + "/";
  }

  /** A system's name as part of a file name: letters, digits, dots and hyphens. */
  public static String fileName(String system) {
    String plain =
        system
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]+", "-")
            .replaceAll("^[.-]+|[.-]+$", "");
    return plain.isEmpty() ? "system" : plain;
  }
}
