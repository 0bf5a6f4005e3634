package godmode.detectors.read.build;

import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through Java and Kotlin text for annotations of applications; in the order of the files. It
 * is no parser: an annotation counts that stands first on its line, outside of comments.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class ApplicationAnnotationReader implements UnitReader<ApplicationAnnotation> {
  private static final Pattern SOURCE =
      Pattern.compile("(?:(.*)/)?src/main/(?:java|kotlin)/.*\\.(?:java|kt)");
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "(?m)^[ \\t]*@(?:[a-z]\\w*\\.)*"
              + "(Enable[A-Z]\\w*|SpringBootApplication|SpringCloudApplication|QuarkusMain)\\b");
  private static final Pattern COMMENT =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

  @Override
  public Class<ApplicationAnnotation> type() {
    return ApplicationAnnotation.class;
  }

  @Override
  public List<ApplicationAnnotation> read(RepositorySnapshot snapshot, ProblemSink problems) {
    List<ApplicationAnnotation> found = new ArrayList<>();
    for (SourceFile file : snapshot.files()) {
      Matcher path = SOURCE.matcher(file.path());
      if (path.matches()) {
        String folder = Optional.ofNullable(path.group(1)).orElse("");
        String text = file.text().orElse("");
        if (text.contains("@") && !Folders.holdsNoModule(folder)) {
          collect(folder, file.path(), text, found);
        }
      }
    }
    return found;
  }

  private static void collect(
      String folder, String path, String text, List<ApplicationAnnotation> found) {
    if (!ANNOTATION.matcher(text).find()) {
      return;
    }
    String code = COMMENT.matcher(text).replaceAll(match -> blanked(match.group()));
    Matcher matcher = ANNOTATION.matcher(code);
    while (matcher.find()) {
      int at = code.indexOf('@', matcher.start());
      int lineStart = code.lastIndexOf('\n', at) + 1;
      int line = 1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
      found.add(
          new ApplicationAnnotation(
              folder, matcher.group(1), new Place(path, line, at - lineStart + 1)));
    }
  }

  private static String blanked(String text) {
    return text.replaceAll("[^\\n]", " ");
  }
}
