package godmode.detectors.read.kotlin;

import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.java.JavaSourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through the Kotlin sources of modules; tests are never read. Each module is reported once
 * as scanned only, because what its code does is not followed.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class KotlinSourceReader implements UnitReader<KotlinSource> {
  private static final Pattern SOURCE =
      Pattern.compile("(?:(.*)/)?src/main/(?:kotlin|java)/.*\\.kt");

  /** Larger files are generated, in characters. */
  private static final int LENGTH_MAX = 400_000;

  @Override
  public Class<KotlinSource> type() {
    return KotlinSource.class;
  }

  @Override
  public List<KotlinSource> read(RepositorySnapshot snapshot, ProblemSink problems) {
    List<KotlinSource> found = new ArrayList<>();
    TreeMap<String, List<String>> modules = new TreeMap<>();
    for (SourceFile file : snapshot.files()) {
      Matcher path = SOURCE.matcher(file.path());
      if (!path.matches()) {
        continue;
      }
      String folder = Optional.ofNullable(path.group(1)).orElse("");
      String text = JavaSourceReader.isModule(folder) ? file.text().orElse("") : "";
      if (!text.isEmpty() && text.length() <= LENGTH_MAX) {
        found.add(new KotlinSource(KotlinScan.of(folder, file.path(), text)));
        modules.computeIfAbsent(folder, unused -> new ArrayList<>()).add(file.path());
      }
    }
    modules.forEach(
        (folder, files) ->
            problems.accept(
                new ReadProblem(
                    Place.startOf(files.get(0)),
                    String.format(
                        Locale.ROOT,
                        "%d Kotlin file%s of %s scanned only, for annotations, calls and"
                            + " addresses; what the code does is not followed",
                        files.size(),
                        files.size() == 1 ? "" : "s",
                        (folder.isEmpty() ? "this module" : folder)
                            + (files.size() == 1 ? " is" : " are")))));
    return found;
  }
}
