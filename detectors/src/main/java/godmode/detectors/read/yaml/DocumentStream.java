package godmode.detectors.read.yaml;

import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The documents of a text up to the first that is malformed.
 *
 * @param failedLine where in the text the malformed document begins, the first line being 0; -1 if
 *     all are well-formed
 * @param nodes how many values and keys they hold, aliases expanded
 */
record DocumentStream(
    List<Located> roots,
    List<ReadProblem> problems,
    List<ReadProblem> notices,
    int failedLine,
    long nodes) {

  /**
   * Reads documents.
   *
   * @param linesBefore lines between the offset and this text
   * @param nodesMax how many values and keys may still be read
   */
  static DocumentStream read(Place offset, int linesBefore, String text, long nodesMax) {
    Reading reading = new Reading(offset, linesBefore, text, nodesMax);
    reading.run();
    if (reading.complaint.isPresent()) {
      Optional<String> repaired = Repairs.after(reading.complaint.get(), text);
      if (repaired.isPresent()) {
        Reading again = new Reading(offset, linesBefore, repaired.get(), nodesMax);
        again.run();
        if (again.roots.size() > reading.roots.size() || again.complaint.isEmpty()) {
          reading = again;
        }
      }
    }
    return new DocumentStream(
        reading.roots,
        reading.problems,
        reading.notices,
        reading.complaint.isPresent() ? reading.documentLine : -1,
        reading.nodes);
  }

  /** One pass over a text. */
  private static final class Reading {
    private final Origin origin;
    private final ParserImpl parser;
    private final List<Located> roots = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private final List<ReadProblem> notices = new ArrayList<>();
    private final long nodesMax;
    private Optional<String> complaint = Optional.empty();
    private int documentLine;
    private long nodes;

    Reading(Place offset, int linesBefore, String text, long nodesMax) {
      this.origin = new Origin(offset, linesBefore, text);
      this.nodesMax = nodesMax;
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      options.setNestingDepthLimit(Integer.MAX_VALUE);
      this.parser = new ParserImpl(new StreamReader(text), options);
    }

    void run() {
      try {
        parser.getEvent();
        while (parser.checkEvent(Event.ID.DocumentStart)
            && roots.size() < YamlReader.DOCUMENTS_MAX) {
          document();
        }
        if (parser.checkEvent(Event.ID.DocumentStart)) {
          problems.add(
              new ReadProblem(
                  origin.place(parser.peekEvent().getStartMark()),
                  String.format(
                      Locale.ROOT,
                      "more than %,d documents in one file, the rest is not read; split the file",
                      YamlReader.DOCUMENTS_MAX)));
        }
      } catch (RefusedDocument e) {
        fail(e.at(), e.what());
      } catch (MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        fail(
            origin.place(mark),
            "not valid " + language() + ": " + said(e) + "; correct this document");
      } catch (YAMLException e) {
        fail(
            origin.start(),
            "not valid " + language() + ": " + firstLine(e.getMessage()) + "; correct it");
      }
    }

    /** JSON is read as a part of YAML; whoever wrote it should hear of it under its own name. */
    private String language() {
      return origin.start().file().endsWith(".json") ? "JSON" : "YAML";
    }

    private void document() {
      documentLine = parser.getEvent().getStartMark().getLine();
      DocumentTree tree = new DocumentTree(parser, origin, notices, nodesMax - nodes);
      Located root = tree.value();
      nodes += root.nodes();
      parser.getEvent();
      if (!root.isNull()) {
        roots.add(root);
      }
    }

    private void fail(Place at, String what) {
      complaint = Optional.of(what);
      problems.add(new ReadProblem(at, what));
    }

    private static String said(MarkedYAMLException e) {
      String problem = firstLine(e.getProblem());
      return e.getContext() == null ? problem : problem + " " + firstLine(e.getContext());
    }

    private static String firstLine(@Nullable String message) {
      return message == null ? "cannot be parsed" : message.lines().findFirst().orElse("").strip();
    }
  }
}
