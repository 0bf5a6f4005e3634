package godmode.engine;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Place;
import godmode.core.interview.Reply;
import godmode.record.DesignRecord;
import godmode.record.RecordSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said without a terminal: by an answers file and on the command line.
 *
 * @param fromFile what the file says
 * @param settings single values of the command line, by path
 * @param notKnown what nobody knows, by path, with the place that says so
 */
record Answers(Declarations fromFile, Map<String, String> settings, Map<String, String> notKnown) {

  /**
   * Reads them.
   *
   * @throws UserError that says what cannot be used, and what to write instead
   */
  static Answers of(Optional<Path> file, Map<String, String> said) throws IOException {
    Declarations fromFile = Declarations.NONE;
    Map<String, String> notKnown = new LinkedHashMap<>();
    if (file.isPresent()) {
      DesignRecord.Reading reading = reading(file.get());
      fromFile = reading.declarations();
      for (Map.Entry<String, Place> unsure : reading.notKnown().entrySet()) {
        notKnown.put(unsure.getKey(), unsure.getValue() + ": " + unsure.getKey());
      }
    }
    Map<String, String> settings = new LinkedHashMap<>();
    said.forEach(
        (path, text) -> {
          if (Reply.isNotKnown(text) && RecordSchema.isField(path)) {
            notKnown.put(path, "--set " + path + "=" + text);
          } else {
            check(path, text);
            settings.put(path, text);
          }
        });
    notKnown.forEach(Answers::refuseGate);
    return new Answers(fromFile, settings, notKnown);
  }

  private static DesignRecord.Reading reading(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UserError("the answers file " + file + " cannot be read; check the path");
    }
    String name = file.toString();
    return Project.reading(name, Project.text(file, name), DesignRecord.Kind.ANSWERS);
  }

  private static void check(String path, String text) {
    RecordSchema.check(path, text)
        .ifPresent(
            problem -> {
              throw new UserError("--set " + path + "=" + text + ": " + problem);
            });
  }

  /** CAP has no safe value: nothing is designed before a person has settled it. */
  private static void refuseGate(String path, String said) {
    List<String> names = DeclaredPath.split(path);
    boolean gate =
        names.size() == 3
            && names.get(0).equals("data")
            && (names.get(2).equals("reads") || names.get(2).equals("partition"));
    if (gate) {
      throw new UserError(
          said
              + " cannot be left to a safe value: CAP is what everything else rests on. "
              + (names.get(2).equals("reads")
                  ? "Write latest, any, or 'stale-at-most 5s'"
                  : "Write refuse, serve or single-copy"));
    }
  }
}
