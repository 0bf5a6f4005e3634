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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    List<Worth> sources = new ArrayList<>();
    Map<String, Boolean> modules = new HashMap<>();
    for (SourceFile file : snapshot.files()) {
      Optional<String> folder = module(file.path());
      if (folder.isEmpty() || !modules.computeIfAbsent(folder.get(), JavaSourceReader::isModule)) {
        continue;
      }
      String text = file.text().orElse("");
      constants.add(file.path(), folder.get(), text);
      sources.add(new Worth(file, folder.get(), BoundTypes.mayBeIn(text)));
      boolean connects = text.length() <= LENGTH_MAX && TellingWords.CONNECTING.isIn(text);
      if (connects || (text.length() <= LENGTH_MAX && TellingWords.TRACED.isIn(text))) {
        worth.add(new Worth(file, folder.get(), connects));
      }
    }
    BoundTypes bound = bound(sources, constants);
    // A file is parsed without regard to others; the order of the files stays.
    List<Optional<JavaSource>> parsed =
        worth.parallelStream()
            .map(each -> read(each, Texts.of(constants, bound, each.folder())))
            .toList();
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
   * The types that the configuration fills: those that say so, those that they hold, and those that
   * methods make for it.
   *
   * @param sources all, with those marked that speak of it
   */
  private static BoundTypes bound(List<Worth> sources, Constants constants) {
    List<Worth> speaking = sources.stream().filter(Worth::connects).toList();
    BoundTypes bound = new BoundTypes(Texts.of(constants, "")::of);
    speaking.forEach(source -> addTo(bound, source));
    Set<String> folders = new TreeSet<>();
    speaking.forEach(source -> folders.add(source.folder()));
    Set<String> tried = new HashSet<>();
    boolean more = !folders.isEmpty();
    while (more) {
      more = false;
      for (String folder : folders) {
        Set<String> missing = bound.missing(folder);
        for (Worth source : missing.isEmpty() ? List.<Worth>of() : sources) {
          String type = source.file().name().replaceFirst("\\.java$", "");
          boolean wanted = source.folder().equals(folder) && missing.contains(type);
          if (wanted && !source.connects() && tried.add(source.file().path())) {
            addTo(bound, source);
            more = true;
          }
        }
      }
    }
    bound.bind();
    return bound;
  }

  private static void addTo(BoundTypes bound, Worth source) {
    parse(parser(ParserConfiguration.LanguageLevel.RAW), source.file().text().orElse(""))
        .ifPresent(unit -> bound.add(unit, source.folder()));
  }

  /** Whether a folder with sources is a module, and not what a test or an archetype holds. */
  public static boolean isModule(String folder) {
    return !NO_MODULE.matcher(folder).matches();
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
      return parse(parser, text)
          .map(
              parsed ->
                  new SourceVisitor(worth.file().path(), texts)
                      .read(worth.folder(), parsed, text, worth.connects()));
    } catch (StackOverflowError e) {
      return Optional.empty(); // nested deeper than any hand writes; the walk is recursive
    }
  }

  private static Optional<CompilationUnit> parse(JavaParser parser, String text) {
    try {
      ParseResult<CompilationUnit> result = parser.parse(text);
      return result.getResult().filter(parsed -> result.isSuccessful());
    } catch (StackOverflowError e) {
      return Optional.empty(); // nested deeper than any hand writes; the parser is recursive
    }
  }
}
