package godmode.record;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code .godmode/<system>.design.yaml} and answers files: one schema for both. */
public final class DesignRecord {
  private DesignRecord() {}

  /** What a text is. */
  public enum Kind {
    /** The design record; it names its schema. */
    RECORD,
    /** A part of one, in YAML or JSON. */
    ANSWERS
  }

  /**
   * A text that was read.
   *
   * @param declarations what could be used; all of it only if there are no problems
   * @param problems everything that is wrong, in the order of the text
   */
  public record Reading(Declarations declarations, List<RecordProblem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a text.
   *
   * @param file what problems and origins call it
   */
  public static Reading read(String file, String text, Kind kind) {
    ShapeReader.Read read = ShapeReader.read(file, text, RecordSchema.shape(), kind == Kind.RECORD);
    List<RecordProblem> problems = new ArrayList<>(read.problems());
    decided(read.declarations(), problems);
    problems.sort(Comparator.comparing(RecordProblem::at));
    return new Reading(read.declarations(), problems);
  }

  /** What was decided has to be a field; {@code orders.partition} is one of a class of data. */
  private static void decided(Declarations declarations, List<RecordProblem> problems) {
    for (String field : declarations.keys("decided")) {
      if (RecordSchema.kindAt(field).isEmpty() && RecordSchema.kindAt("data." + field).isEmpty()) {
        String path = DeclaredPath.of("decided.*", field);
        declarations.all().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(path))
            .flatMap(entry -> entry.getValue().origin().place().stream())
            .findFirst()
            .ifPresent(at -> problems.add(new RecordProblem(at, path, unknown(field))));
      }
    }
  }

  private static String unknown(String field) {
    return "decided names "
        + Wording.quote(field)
        + ", which is no field"
        + nearest(field).map(near -> "; did you mean " + near + "?").orElse("; take it out");
  }

  private static Optional<String> nearest(String field) {
    return RecordSchema.shape()
        .nearest(field)
        .or(
            () ->
                RecordSchema.shape()
                    .nearest("data." + field)
                    .map(near -> near.substring("data.".length())));
  }
}
