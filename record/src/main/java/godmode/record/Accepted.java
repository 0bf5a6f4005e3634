package godmode.record;

import static godmode.record.Shape.required;
import static godmode.record.Shape.row;

import godmode.core.design.Declarations;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.record.ValueKind.Day;
import godmode.record.ValueKind.PathPattern;
import godmode.record.ValueKind.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .godmode/accepted.yaml}: the findings that people chose to live with. */
public final class Accepted {
  private static final ValueKind TEXT = new Text();

  private static final Shape SHAPE =
      new Shape(
          List.of(
              required("#.rule", TEXT, "name of the rule"),
              row("#.component", TEXT, "id of the component"),
              row("#.subject", TEXT, "the lock, topic or operation"),
              row(
                  "#.path",
                  new PathPattern(),
                  "a file that the finding points at, or a pattern: samples/**"),
              required("#.because", TEXT, "why, in words"),
              required("#.owner", TEXT, "who answers for it"),
              row("#.until", new Day(), "the last day on which it counts")));

  private Accepted() {}

  /**
   * A text that was read.
   *
   * @param acceptances in the order of the text; those without a problem
   */
  public record Reading(List<Acceptance> acceptances, List<RecordProblem> problems) {
    public Reading {
      acceptances = List.copyOf(acceptances);
      problems = List.copyOf(problems);
    }
  }

  static Shape shape() {
    return SHAPE;
  }

  /** Reads a text. */
  public static Reading read(String file, String text) {
    ShapeReader.Read read = ShapeReader.read(file, text, SHAPE, true);
    Declarations declared = read.declarations();
    List<Acceptance> acceptances = new ArrayList<>();
    for (String index : declared.keys("")) {
      boolean usable =
          read.problems().stream().noneMatch(problem -> problem.path().startsWith(index + "."));
      if (usable) {
        acceptances.add(acceptance(declared, index));
      }
    }
    return new Reading(acceptances, read.problems());
  }

  private static Acceptance acceptance(Declarations declared, String index) {
    return new Acceptance(
        text(declared, index + ".rule"),
        declared.text(index + ".component"),
        declared.text(index + ".subject"),
        declared.text(index + ".path"),
        text(declared, index + ".because"),
        text(declared, index + ".owner"),
        declared.text(index + ".until").map(LocalDate::parse),
        place(declared, index + ".rule"));
  }

  private static String text(Declarations declared, String path) {
    return declared.text(path).orElseThrow();
  }

  private static Place place(Declarations declared, String path) {
    return declared.at(path).flatMap(said -> said.origin().place()).orElseThrow();
  }
}
