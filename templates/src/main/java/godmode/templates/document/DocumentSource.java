package godmode.templates.document;

import godmode.core.review.Review;
import godmode.templates.Untrusted;

/**
 * What a document is made of.
 *
 * @param kind which document
 * @param up the way from the document to the reviewed directory
 */
record DocumentSource(Review review, Document.Kind kind, String up) {
  FindingRows judged() {
    return new FindingRows(review, kind.items(), up);
  }

  DeclaredRows declared() {
    return new DeclaredRows(review, up);
  }

  DesignRows design() {
    return new DesignRows(review, up);
  }

  ComponentRows components() {
    return new ComponentRows(review, up);
  }

  Heading heading() {
    return Heading.of(review);
  }

  /**
   * What every document begins with.
   *
   * @param file how the names of the files of the system begin
   * @param link the same inside a link
   */
  public record Heading(
      String system,
      String file,
      String link,
      String verdict,
      long passed,
      long applicable,
      boolean several) {
    static Heading of(Review review) {
      return new Heading(
          review.system(),
          Documents.fileName(review.system()),
          Untrusted.link(Documents.fileName(review.system())),
          review.verdictWords(),
          review.passed(),
          review.applicable(),
          review.designs().size() > 1);
    }
  }
}
