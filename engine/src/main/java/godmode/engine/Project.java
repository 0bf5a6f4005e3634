package godmode.engine;

import godmode.core.design.Declarations;
import godmode.core.review.Acceptance;
import godmode.core.review.Notice;
import godmode.record.Accepted;
import godmode.record.Config;
import godmode.record.DesignRecord;
import godmode.record.RecordFile;
import godmode.record.RecordProblem;
import godmode.record.RecordSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code .godmode} folder of a repository: what people wrote, and where the session's log goes.
 *
 * @param root the reviewed directory; of several, the first
 */
public record Project(Path root) {
  static final String FOLDER = ".godmode";
  private static final String RECORD_SUFFIX = ".design.yaml";

  /** The names of the systems whose design is recorded, sorted. */
  public List<String> recordedSystems() throws IOException {
    Path folder = InsideRoot.resolve(root, FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(RECORD_SUFFIX))
          .map(name -> name.substring(0, name.length() - RECORD_SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /**
   * The system to review: the one that is asked for, else the one that is recorded, else a
   * suggestion.
   *
   * @throws UserError if several are recorded and none is asked for
   */
  public String system(Optional<String> asked, String suggested) throws IOException {
    if (asked.isPresent()) {
      return asked.get();
    }
    List<String> recorded = recordedSystems();
    if (recorded.size() > 1) {
      throw new UserError(
          FOLDER
              + " holds the design records of several systems ("
              + String.join(", ", recorded)
              + "); say which one with --system NAME");
    }
    return recorded.isEmpty() ? suggested : recorded.get(0);
  }

  /** Where the design of a system is recorded, relative to the root. */
  public String recordPath(String system) {
    return FOLDER + "/" + system + RECORD_SUFFIX;
  }

  /**
   * The text of a file of the project, if it exists.
   *
   * @throws UserError if it is no text, or not in the project
   */
  public Optional<String> text(String path) throws IOException {
    Path file = InsideRoot.resolve(root, path);
    return Files.exists(file) ? Optional.of(text(file, path)) : Optional.empty();
  }

  /**
   * The text of a file of people's.
   *
   * @param name what messages call it
   * @throws UserError if it cannot be read as one
   */
  static String text(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(name + " is no file; put a file in its place");
    }
    if (!Files.isReadable(file)) {
      throw new UserError(name + " cannot be read; allow it");
    }
    RecordFile read = RecordFile.read(file, name);
    refuse(read.problems());
    return read.text();
  }

  /**
   * What the design record of a system declares; nothing where there is none.
   *
   * @throws UserError that lists every problem of the record
   */
  DesignRecord.Reading recorded(String system) throws IOException {
    String path = recordPath(system);
    Optional<String> text = text(path);
    return text.isEmpty()
        ? reading(path, "", DesignRecord.Kind.PART)
        : reading(path, text.get(), DesignRecord.Kind.RECORD);
  }

  /** Says that a record is of an older version, if it is. */
  List<Notice> upgrade(String system, DesignRecord.Reading record) {
    return record.schema() == RecordSchema.VERSION
        ? List.of()
        : List.of(
            new Notice(
                recordPath(system)
                    + " is of schema "
                    + record.schema()
                    + " and was read as schema "
                    + RecordSchema.VERSION
                    + "; a design that is written has the new form, with comments and order kept",
                false));
  }

  static Declarations declarations(String path, String text, DesignRecord.Kind kind) {
    return reading(path, text, kind).declarations();
  }

  /**
   * A record, or a part of one, without problems.
   *
   * @throws UserError that lists every problem
   */
  static DesignRecord.Reading reading(String path, String text, DesignRecord.Kind kind) {
    DesignRecord.Reading reading = DesignRecord.read(path, text, kind);
    refuse(reading.problems());
    return reading;
  }

  /** The findings that people chose to live with. */
  List<Acceptance> accepted() throws IOException {
    return read(
            "accepted.yaml",
            Accepted::read,
            Accepted.Reading::problems,
            Accepted.Reading::acceptances)
        .orElse(List.of());
  }

  /** What is reviewed, and how strictly. */
  public Config config() throws IOException {
    return read("config.yaml", Config::read, Config.Reading::problems, Config.Reading::config)
        .orElse(Config.NONE);
  }

  private interface Reader<R> {
    R read(String file, String text);
  }

  private <R, T> Optional<T> read(
      String name,
      Reader<R> reader,
      Function<R, List<RecordProblem>> problems,
      Function<R, T> result)
      throws IOException {
    String path = FOLDER + "/" + name;
    Optional<R> reading = text(path).map(text -> reader.read(path, text));
    reading.ifPresent(found -> refuse(problems.apply(found)));
    return reading.map(result);
  }

  private static void refuse(List<RecordProblem> problems) {
    if (!problems.isEmpty()) {
      throw new UserError(
          problems.stream()
              .map(RecordProblem::toString)
              .collect(Collectors.joining("\ngodmode: ")));
    }
  }
}
