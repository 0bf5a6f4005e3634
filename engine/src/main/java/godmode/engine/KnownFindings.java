package godmode.engine;

import godmode.core.review.Comparison;
import godmode.core.review.Notice;
import godmode.core.review.Review;
import godmode.record.AtomicFile;
import godmode.record.Baseline;
import godmode.record.RecordProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A baseline on disk: read before a review, and brought up to date after it. */
public final class KnownFindings {
  /** Where a baseline is kept unless people say otherwise, relative to the reviewed directory. */
  public static final String FILE = Project.FOLDER + "/baseline.json";

  private static final long BYTES_MAX = 20_000_000;

  private final Path file;
  private final String name;
  private final Baseline baseline;

  private KnownFindings(Path file, String name, Baseline baseline) {
    this.file = file;
    this.name = name;
    this.baseline = baseline;
  }

  /**
   * Reads the baseline that the configuration of a session names.
   *
   * @throws UserError with file and line if it is missing or cannot be used
   */
  public static Optional<KnownFindings> configured(Session session) throws IOException {
    Optional<String> name = session.baseline();
    return name.isPresent()
        ? Optional.of(read(InsideRoot.resolve(session.root(), name.get()), name.get()))
        : Optional.empty();
  }

  /** Where a session keeps its baseline: where the configuration says, else in the usual place. */
  public static Path place(Session session) throws IOException {
    return InsideRoot.resolve(session.root(), session.baseline().orElse(FILE));
  }

  /**
   * Reads a baseline.
   *
   * @throws UserError with file and line if it is missing or cannot be used
   */
  public static KnownFindings read(Path file) throws IOException {
    return read(file, file.toString());
  }

  private static KnownFindings read(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UserError(
          "the baseline "
              + name
              + " cannot be read; make it with --write-baseline, or check the"
              + " path");
    }
    if (Files.size(file) > BYTES_MAX) {
      throw new UserError(
          "the baseline "
              + name
              + " has "
              + Files.size(file)
              + " bytes; at most "
              + BYTES_MAX
              + " are read");
    }
    Baseline.Reading reading = Baseline.read(name, text(file, name));
    if (!reading.problems().isEmpty()) {
      throw new UserError(
          reading.problems().stream()
                  .map(RecordProblem::toString)
                  .collect(Collectors.joining("\ngodmode: "))
              + "\ngodmode: restore the baseline from version control, or make it anew with"
              + " --write-baseline");
    }
    return new KnownFindings(file, name, reading.baseline());
  }

  private static String text(Path file, String name) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException binary) {
      throw new UserError(
          name
              + ":1: is not UTF-8 text; restore the baseline from version control, or make it anew"
              + " with --write-baseline");
    }
  }

  /** Makes the baseline of a review, whatever stood there before. */
  public static void write(Path file, Review review) throws IOException {
    written(file, of(review));
  }

  /** The baseline of a review as text. */
  static String text(Review review) {
    return of(review).text();
  }

  private static Baseline of(Review review) {
    return new Baseline(
        review.system(),
        unread(review),
        review.findings().stream().map(Baseline.Entry::of).toList());
  }

  private static void written(Path file, Baseline baseline) throws IOException {
    try {
      AtomicFile.write(file, baseline.text());
    } catch (IOException refused) {
      throw new UserError(String.valueOf(refused.getMessage()));
    }
  }

  private static int unread(Review review) {
    return review.topology().unread().size();
  }

  /** What the baseline knows of a review. */
  public Comparison comparison(Review review) {
    return new Comparison(
        "baseline " + name, BaselineMatch.of(baseline, review.findings()).known());
  }

  /**
   * Takes out of the file what the review no longer finds, and follows files that were moved. It
   * never adds a finding.
   *
   * @param mayWrite false where nothing may be written, as in CI
   * @param whole whether the review saw everything that the baseline was made from, and not one
   *     environment only
   * @return a sentence about what was done, or why it was not; empty where nothing is gone
   */
  public Optional<String> shrink(Review review, boolean mayWrite, boolean whole)
      throws IOException {
    BaselineMatch match = BaselineMatch.of(baseline, review.findings());
    int gone = match.gone().size();
    if (gone == 0 && match.moved() == 0) {
      return Optional.empty();
    }
    Optional<String> obstacle =
        hidden(review, match.gone()).or(() -> obstacle(review, mayWrite, whole));
    if (obstacle.isPresent()) {
      return gone == 0
          ? Optional.empty()
          : Optional.of(findings(gone) + " of " + name + " not found now; " + obstacle.get());
    }
    List<Baseline.Entry> present = match.present();
    try {
      written(file, new Baseline(baseline.system(), unread(review), present));
    } catch (UserError refused) {
      return Optional.of(findings(gone) + " gone; " + refused.getMessage());
    }
    return Optional.of(
        name + " is shorter: " + findings(gone) + " gone, " + present.size() + " left");
  }

  private static String findings(int n) {
    return n + (n == 1 ? " finding is" : " findings are");
  }

  /** What could not be read may hold a finding still. */
  private static Optional<String> hidden(Review review, List<Baseline.Entry> gone) {
    return review.topology().unread().stream()
        .map(unread -> unread.at().file())
        .filter(unread -> gone.stream().anyMatch(entry -> entry.path().equals(unread)))
        .findFirst()
        .map(unread -> "it is left as it is, because not all of " + unread + " could be read");
  }

  private Optional<String> obstacle(Review review, boolean mayWrite, boolean whole) {
    if (review.notices().stream().anyMatch(Notice::defect)) {
      return Optional.of("it is left as it is because of a defect in godmode");
    }
    if (unread(review) > baseline.unread()) {
      return Optional.of(
          "it is left as it is, because "
              + unread(review)
              + " places could not be read and "
              + baseline.unread()
              + " when it was written");
    }
    if (!review.system().equals(baseline.system())) {
      return Optional.of("it is left as it is, because it is of the system " + baseline.system());
    }
    if (!whole) {
      return Optional.of("it is left as it is, because only a part was reviewed");
    }
    return mayWrite
        ? Optional.empty()
        : Optional.of("a run outside CI that may write takes them out");
  }

  /** Both comparisons as one: known is what either knows. */
  public static Comparison both(Comparison first, Comparison second) {
    SortedSet<String> known = new TreeSet<>(first.known());
    known.addAll(second.known());
    return new Comparison(first.with() + " and " + second.with(), known);
  }
}
