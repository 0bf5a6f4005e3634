package godmode.record;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code .godmode/<system>.design.yaml} and answers files: one schema for both. */
public final class DesignRecord {
  private DesignRecord() {}

  /** What a text is. */
  public enum Kind {
    /** The design record; it names its schema. */
    RECORD,
    /** A part of one, in YAML or JSON; nobody need know what is not about CAP. */
    ANSWERS,
    /** A part of one that the program made, or a record that has not begun. */
    PART
  }

  /**
   * A text that was read.
   *
   * @param declarations what could be used; all of it only if there are no problems
   * @param problems everything that is wrong, in the order of the text
   * @param notKnown where answers say that nobody knows, by path
   * @param schema the version of the format that the text has
   */
  public record Reading(
      Declarations declarations,
      List<RecordProblem> problems,
      Map<String, Place> notKnown,
      int schema) {
    public Reading {
      problems = List.copyOf(problems);
      notKnown = new LinkedHashMap<>(notKnown);
    }
  }

  /**
   * Reads a text.
   *
   * @param file what problems and origins call it
   */
  public static Reading read(String file, String text, Kind kind) {
    Upgrade upgrade =
        Upgrade.of(file, text, kind == Kind.RECORD && !text.isBlank() ? 0 : RecordSchema.VERSION);
    if (upgrade.problem().isPresent()) {
      return new Reading(
          Declarations.NONE, List.of(upgrade.problem().get()), Map.of(), upgrade.from());
    }
    ShapeReader.Read read =
        ShapeReader.read(
            file, upgrade.text(), RecordSchema.shape(), kind == Kind.RECORD, kind == Kind.ANSWERS);
    List<RecordProblem> problems = new ArrayList<>(read.problems());
    decided(read.declarations(), problems);
    problems.sort(Comparator.comparing(RecordProblem::at));
    return new Reading(
        upgrade.placed(read.declarations(), text), problems, read.notKnown(), upgrade.from());
  }

  /** The text of a record in today's format; comments and order stay. A blank one stays blank. */
  public static String upgraded(String file, String text) {
    return text.isBlank() ? text : Upgrade.of(file, text, 0).text();
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
