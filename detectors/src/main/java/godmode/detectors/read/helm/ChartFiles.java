package godmode.detectors.read.helm;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.read.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code .Files} of a chart: the files beside its templates. */
final class ChartFiles implements Renderer.Methods {
  private final RepositorySnapshot snapshot;
  private final String folder;

  ChartFiles(RepositorySnapshot snapshot, String folder) {
    this.snapshot = snapshot;
    this.folder = folder;
  }

  @Override
  public Object call(String name, List<Object> arguments) {
    String argument = arguments.isEmpty() ? "" : Values.text(arguments.get(0));
    return switch (name) {
      case "Get", "GetBytes" -> text(argument).map(text -> (Object) text).orElse("");
      case "Lines" ->
          text(argument)
              .map(text -> (Object) List.<Object>copyOf(text.lines().toList()))
              .orElse(List.of());
      case "Glob" -> new Matched(argument);
      case "AsConfig" -> new Matched("**").call(name, arguments);
      default -> new Values.Unknown(".Files." + name + " is not computed");
    };
  }

  /** Only what lies in the chart itself. */
  private Optional<String> text(String path) {
    return RepositoryPath.resolve(folder, path)
        .filter(found -> folder.isEmpty() || found.startsWith(folder + "/"))
        .flatMap(snapshot::file)
        .flatMap(SourceFile::text);
  }

  /** The files a pattern picks. */
  private final class Matched implements Renderer.Methods {
    private final Pattern pattern;

    Matched(String glob) {
      String quoted =
          "\\Q" + glob.replace("**", "\0").replace("*", "\1").replace("?", "\2") + "\\E";
      this.pattern =
          Pattern.compile(
              quoted
                  .replace("\0", "\\E.*\\Q")
                  .replace("\1", "\\E[^/]*\\Q")
                  .replace("\2", "\\E[^/]\\Q"));
    }

    @Override
    public Object call(String name, List<Object> arguments) {
      if (!name.equals("AsConfig")) {
        return new Values.Unknown(".Files.Glob." + name + " is not computed");
      }
      Map<String, Object> config = new TreeMap<>();
      String start = folder.isEmpty() ? "" : folder + "/";
      for (SourceFile file : snapshot.files()) {
        if (file.path().startsWith(start)
            && pattern.matcher(file.path().substring(start.length())).matches()) {
          file.text().ifPresent(text -> config.put(file.name(), text));
        }
      }
      return ValueText.yaml(config);
    }
  }
}
