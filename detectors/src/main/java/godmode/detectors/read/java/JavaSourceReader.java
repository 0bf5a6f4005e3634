package godmode.detectors.read.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the Java sources of modules that speak of clients, listeners or addresses; a scan for
 * words decides which. What does not parse is reported and left out.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class JavaSourceReader implements UnitReader<JavaSource> {
  private static final String SOURCES = "src/main/java/";
  private static final Pattern NO_MODULE =
      Pattern.compile("(.*/)?(archetype-resources|src/(it|test|main/resources)|testdata)(/.*)?");

  /** Larger files are generated; parsing one would cost more than all others, in characters. */
  private static final int LENGTH_MAX = 400_000;

  @Override
  public Class<JavaSource> type() {
    return JavaSource.class;
  }

  @Override
  public List<JavaSource> read(RepositorySnapshot snapshot, ProblemSink problems) {
    Constants constants = new Constants();
    List<Worth> worth = new ArrayList<>();
    Map<String, Boolean> modules = new HashMap<>();
    for (SourceFile file : snapshot.files()) {
      Optional<String> folder = module(file.path());
      if (folder.isEmpty()
          || !modules.computeIfAbsent(folder.get(), f -> !NO_MODULE.matcher(f).matches())) {
        continue;
      }
      String text = file.text().orElse("");
      constants.add(file.path(), text);
      boolean connects = text.length() <= LENGTH_MAX && TellingWords.CONNECTING.isIn(text);
      if (connects || (text.length() <= LENGTH_MAX && TellingWords.TRACED.isIn(text))) {
        worth.add(new Worth(file, folder.get(), connects));
      }
    }
    Texts texts = new Texts(constants);
    // A file is parsed without regard to others; the order of the files stays.
    List<Optional<JavaSource>> parsed =
        worth.parallelStream().map(each -> read(each, texts)).toList();
    for (int i = 0; i < parsed.size(); i++) {
      if (parsed.get(i).isEmpty()) {
        problems.accept(
            new ReadProblem(
                Place.startOf(worth.get(i).file().path()),
                "this is no Java that can be parsed; what it connects to is not known"));
      }
    }
    return parsed.stream().flatMap(Optional::stream).toList();
  }

  /**
   * A file that is parsed.
   *
   * @param folder of its module
   */
  private record Worth(SourceFile file, String folder, boolean connects) {}

  /** The folder of the module that a source belongs to. */
  private static Optional<String> module(String path) {
    if (!path.endsWith(".java")) {
      return Optional.empty();
    }
    int at = path.lastIndexOf(SOURCES);
    while (at > 0 && path.charAt(at - 1) != '/') {
      at = path.lastIndexOf(SOURCES, at - 1);
    }
    return at < 0 ? Optional.empty() : Optional.of(path.substring(0, Math.max(0, at - 1)));
  }

  /**
   * The raw grammar takes what any level has as a name, and is fastest; it knows no {@code yield},
   * for which the newest level is asked.
   */
  private static JavaParser parser(ParserConfiguration.LanguageLevel level) {
    return new JavaParser(
        new ParserConfiguration().setLanguageLevel(level).setAttributeComments(false));
  }

  private static Optional<JavaSource> read(Worth worth, Texts texts) {
    String text = worth.file().text().orElse("");
    return read(parser(ParserConfiguration.LanguageLevel.RAW), worth, text, texts)
        .or(
            () ->
                read(parser(ParserConfiguration.LanguageLevel.BLEEDING_EDGE), worth, text, texts));
  }

  private static Optional<JavaSource> read(
      JavaParser parser, Worth worth, String text, Texts texts) {
    try {
      ParseResult<CompilationUnit> result = parser.parse(text);
      return result
          .getResult()
          .filter(parsed -> result.isSuccessful())
          .map(
              parsed ->
                  new SourceVisitor(worth.file().path(), texts)
                      .read(worth.folder(), parsed, text, worth.connects()));
    } catch (StackOverflowError e) {
      return Optional.empty(); // nested deeper than any hand writes; the parser is recursive
    }
  }
}
