package godmode.templates.document;

import godmode.core.review.Review;
import godmode.templates.TemplateFolder;
import godmode.templates.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page for each decision, in the form of MADR: https://adr.github.io/madr. */
final class DecisionRecords {
  private static final TemplateFolder TEMPLATES =
      new TemplateFolder(Document.class, MarkdownText.FORMAT);
  private static final String FOLDER = "decisions/";

  private DecisionRecords() {}

  static List<Document> of(
      Review review, String folder, Function<String, Optional<String>> existing) {
    String place = Documents.place(folder) + FOLDER;
    String up = "../".repeat((int) place.chars().filter(c -> c == '/').count());
    List<Document> pages = new ArrayList<>();
    for (Decision decision : Decisions.of(review, up)) {
      String path = place + fileName(review, decision);
      String fresh = TEMPLATES.fill("decision.ftl", decision);
      pages.add(
          new Document(
              path, existing.apply(path).map(old -> KeptRegions.carry(old, fresh)).orElse(fresh)));
    }
    return pages;
  }

  /** The way to its page from the documents beside the folder. */
  static String beside(Review review, Decision decision) {
    return FOLDER + Untrusted.link(fileName(review, decision));
  }

  private static String fileName(Review review, Decision decision) {
    return Documents.fileName(review.system()) + "-" + decision.slug() + ".md";
  }
}
