package godmode.detectors.read.yaml;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads YAML, and JSON as a part of it, into located trees.
 *
 * <p>Anchors and merge keys are resolved, nothing is instantiated, and no input makes it throw. A
 * malformed document becomes a problem; the documents before it are read, and those after it unless
 * the file looks like a template, which may also parse as nonsense: see {@link YamlFile#templated}.
 */
public final class YamlReader {
  /** Values and keys in one file with its aliases expanded; stops alias bombs. */
  public static final int NODES_MAX = 1_000_000;

  /** How deep values may be nested, aliases expanded. */
  public static final int NESTING_MAX = 200;

  /** Documents in one file. */
  public static final int DOCUMENTS_MAX = 10_000;

  private static final Pattern SEPARATOR = Pattern.compile("^---(?=\\s|$)", Pattern.MULTILINE);

  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\{\\{-|-}}|(?<!\\$)\\{\\{\\s*(/\\*|\\(|\\$?\\.(Values|Release|Chart|Capabilities|Files"
              + "|Template)\\b|(include|template|if|range|with|define|end|else|toYaml|tpl|block"
              + "|printf|default|quote|required|lookup)\\b)");

  private YamlReader() {}

  /** Reads a file; one without text has no documents, and its snapshot lists it as skipped. */
  public static YamlFile read(SourceFile file) {
    return read(Place.startOf(file.path()), file.text().orElse(""));
  }

  /**
   * Reads a text that stands somewhere inside a file, such as a block scalar of a ConfigMap.
   *
   * @param offset where the text's first character stands; its other lines are taken to begin in
   *     the same column
   */
  public static YamlFile read(Place offset, String text) {
    List<YamlDocument> documents = new ArrayList<>();
    List<ReadProblem> problems = new ArrayList<>();
    List<ReadProblem> notices = new ArrayList<>();
    boolean templated = looksTemplated(text);
    String rest = Repairs.printable(text);
    int line = 0;
    long nodes = 0;
    while (true) {
      DocumentStream stream = DocumentStream.read(offset, line, rest, NODES_MAX - nodes);
      for (Located root : stream.roots()) {
        documents.add(new YamlDocument(documents.size(), root));
      }
      problems.addAll(stream.problems());
      notices.addAll(stream.notices());
      nodes += stream.nodes();
      // What follows a broken document of a template would only be more nonsense.
      boolean goOn = stream.failedLine() >= 0 && !templated;
      int next = goOn ? separatorAfter(rest, stream.failedLine()) : -1;
      if (next < 0 || documents.size() >= DOCUMENTS_MAX || problems.size() >= DOCUMENTS_MAX) {
        break;
      }
      line += LineBreaks.count(rest.substring(0, next));
      rest = rest.substring(next);
    }
    return new YamlFile(offset.file(), documents, problems, notices, templated);
  }

  /** The position of the first document separator below a line, or -1. */
  private static int separatorAfter(String text, int line) {
    Matcher matcher = SEPARATOR.matcher(text);
    int[] starts = LineBreaks.lineStarts(text);
    boolean found = line + 1 < starts.length && matcher.find(starts[line + 1]);
    return found ? matcher.start() : -1;
  }

  /** Whether a text holds expressions of Helm or Go templates, so that it is no YAML yet. */
  public static boolean looksTemplated(String text) {
    return TEMPLATE.matcher(text).find();
  }
}
