package godmode.cli;

import godmode.engine.UserError;
import godmode.templates.Values;
import godmode.templates.code.Code;
import godmode.templates.code.Language;
import godmode.templates.code.Pattern;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the code of patterns into a project. */
@Command(
    name = "generate",
    description = {
      "Write the code of a pattern, and the tests that inject the fault it is for.",
      "",
      "Code is plain Java 17 or Python 3.9 without dependencies; tests tell when a mechanism is"
          + " gone, those in Java with JUnit 5. Manifests are such that 'godmode distributed"
          + " --validate' finds nothing in them."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the files were written, or listed with --dry-run",
      "2:no such pattern, language, package or membership, or files are there already; nothing was"
          + " written"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..*",
      description = "One or more patterns; see --list.")
  private List<String> asked = new ArrayList<>();

  @Option(names = "--list", description = "Name every pattern.")
  private boolean list;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Package of Java classes (default: com.example).")
  private Optional<String> packageName = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "java",
      description = "java, or python where --list says so (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "3",
      description = "Members of a cluster that is deployed: 3, 5 or 7 (default: ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Root of the project (default: the current directory).")
  private Path out;

  @Option(names = "--force", description = "Write over files that are there already.")
  private boolean force;

  @Option(names = "--dry-run", description = "Write nothing; say what would be written.")
  private boolean dryRun;

  @Override
  public Integer call() {
    PrintWriter printed = spec.commandLine().getOut();
    if (list) {
      Pattern.ALL.forEach(
          pattern ->
              printed.println(
                  String.format(
                      Locale.ROOT,
                      "%-21s %s%s",
                      pattern.name(),
                      pattern.about(),
                      pattern.languages().contains(Language.PYTHON) ? " (java, python)" : "")));
      return ExitCode.OK.value();
    }
    List<Code.SourceFile> files = files();
    refuseWhatIsThere(files);
    for (Code.SourceFile file : files) {
      Path path = out.resolve(file.path());
      if (!dryRun) {
        write(path, file.text());
      }
      printed.println((dryRun ? "would write " : "wrote ") + path);
    }
    return ExitCode.OK.value();
  }

  /** What a person can put right is no defect of ours: permissions, a file in the way. */
  private static void write(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, text);
    } catch (IOException failure) {
      throw new UserError(
          path
              + " cannot be written ("
              + failure.getClass().getSimpleName()
              + ": "
              + failure.getMessage()
              + "); files told above are there");
    }
  }

  private List<Code.SourceFile> files() {
    if (asked.isEmpty()) {
      throw new UserError(
          "name a pattern; 'godmode generate --list' says what each does: " + all());
    }
    String folder = packageName.orElse("com.example");
    if (language != Language.JAVA && packageName.isPresent()) {
      throw new UserError("--package " + folder + " is for Java; a Python module has none");
    }
    if (!Code.isPackage(folder)) {
      throw new UserError(
          "--package "
              + folder
              + ": Java takes no such name; write identifiers with dots between, as in"
              + " com.example.orders");
    }
    if (!Code.isMembership(members)) {
      throw new UserError(
          "--members "
              + members
              + ": write 3, 5 or 7; an even number tolerates no failure more than one less");
    }
    Code code = Code.in(folder, members);
    List<Code.SourceFile> files = new ArrayList<>();
    for (String name : new LinkedHashSet<>(asked)) {
      Pattern pattern =
          Pattern.named(name)
              .orElseThrow(
                  () -> new UserError("no pattern is named '" + name + "'; there are " + all()));
      if (!pattern.languages().isEmpty() && !pattern.languages().contains(language)) {
        throw new UserError(
            "--language " + lower(language) + ": " + name + " is there in java alone; " + others());
      }
      files.addAll(code.of(pattern, language));
    }
    return files;
  }

  private String others() {
    return Pattern.ALL.stream()
        .filter(pattern -> pattern.languages().contains(language))
        .map(Pattern::name)
        .collect(Collectors.joining(", ", lower(language) + " has ", ""));
  }

  private static String lower(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static String all() {
    return Pattern.ALL.stream().map(Pattern::name).collect(Collectors.joining(", "));
  }

  /** All or nothing: half a pattern does not compile. */
  private void refuseWhatIsThere(List<Code.SourceFile> files) {
    if (Files.exists(out) && !Files.isDirectory(out) && !out.toString().isEmpty()) {
      throw new UserError("--out " + out + " is a file; name a directory");
    }
    List<String> there =
        files.stream()
            .map(Code.SourceFile::path)
            .filter(path -> Files.exists(out.resolve(path), LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!there.isEmpty() && !force) {
      throw new UserError(
          Values.count(there.size(), "file")
              + " would be written over; --force does, and nothing was written: "
              + String.join(", ", there));
    }
  }
}
