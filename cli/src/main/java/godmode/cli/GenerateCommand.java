package godmode.cli;

import godmode.engine.DesignFile;
import godmode.engine.KnownNames;
import godmode.engine.UserError;
import godmode.templates.Values;
import godmode.templates.code.Code;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Patterns;
import godmode.templates.code.Theme;
import godmode.templates.text.Wrapped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      "Code is Java 17, plain or for Spring Boot, Python 3.9 or Go 1.19; what it needs besides is"
          + " told. Tests tell when a mechanism is gone, those in Java with JUnit 5. Files to"
          + " deploy are such that 'godmode distributed --validate' finds nothing in them."
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
  /** What --language takes. */
  enum Language {
    JAVA(Flavour.JAVA),
    PYTHON(Flavour.PYTHON),
    GO(Flavour.GO);

    private final Flavour flavour;

    Language(Flavour flavour) {
      this.flavour = flavour;
    }
  }

  private static final int LIST_COLUMNS = 80;

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
      description = "java, python or go, where --list says so (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Option(names = "--spring", description = "Java for Spring Boot, where --list says so.")
  private boolean spring;

  @Option(
      names = "--members",
      paramLabel = "N",
      description =
          "Members of a cluster that is deployed: 3, 5 or 7 (default: as in the design record, else"
              + " 3).")
  private Optional<Integer> members = Optional.empty();

  @Option(
      names = "--zones",
      paramLabel = "N",
      description =
          "Zones that members are spread over; with fewer, a member waits (default: as in the"
              + " design record, else as many as there are).")
  private Optional<Integer> zones = Optional.empty();

  @Option(
      names = "--design",
      paramLabel = "FILE",
      description =
          "Design record that names and sizes what is deployed (default: the one of --out). Without"
              + " a pattern, what follows from it is listed.")
  private Optional<Path> design = Optional.empty();

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
  public Integer call() throws IOException {
    PrintWriter printed = spec.commandLine().getOut();
    if (list) {
      printed.print(listed());
      return ExitCode.OK.value();
    }
    Optional<Path> recorded = asked.isEmpty() ? recorded() : Optional.empty();
    if (recorded.isPresent()) {
      printed.print(DesignedPatterns.in(recorded.get()).listed());
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
    libraries().forEach(library -> printed.println("needs " + library));
    return ExitCode.OK.value();
  }

  private static String listed() {
    List<Pattern> all = Patterns.onClassPath();
    int width = all.stream().mapToInt(pattern -> pattern.name().length()).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    for (Theme theme : Theme.values()) {
      List<Pattern> its = all.stream().filter(each -> each.theme() == theme).toList();
      if (!its.isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(theme.title()).append('\n');
      }
      for (Pattern pattern : its) {
        String told = pattern.about() + words(pattern);
        lines.append(Wrapped.beside("  " + pattern.name(), width + 4, told, LIST_COLUMNS));
      }
    }
    return lines.toString();
  }

  /** The languages of a pattern, where it is not the one that is written when nothing is said. */
  private static String words(Pattern pattern) {
    return pattern.flavours().equals(Set.of(Flavour.JAVA))
            || pattern.flavours().equals(Set.of(Flavour.DEPLOYMENT))
        ? ""
        : pattern.flavours().stream()
            .map(Flavour::word)
            .collect(Collectors.joining(", ", " (", ")"));
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

  private Optional<Path> recorded() throws IOException {
    return design.isPresent() ? design : DesignFile.in(out.toAbsolutePath());
  }

  /** What a pattern is filled with: flags, then the design record, then what is usual. */
  private Code code(Pattern pattern, String folder) throws IOException {
    Optional<Path> record =
        pattern.flavours().contains(Flavour.DEPLOYMENT) ? recorded() : Optional.empty();
    return record.isPresent()
        ? DesignedPatterns.in(record.get()).code(pattern, folder, members, zones)
        : new Code(folder, members.orElse(3), Optional.empty(), zones.orElse(0), Set.of());
  }

  private List<Code.SourceFile> files() throws IOException {
    if (asked.isEmpty()) {
      throw new UserError("name a pattern; 'godmode generate --list' says what each does");
    }
    String folder = packageName.orElse("com.example");
    if (language != Language.JAVA && (spring || packageName.isPresent())) {
      throw new UserError(
          (spring ? "--spring" : "--package " + folder)
              + " is for Java; --language "
              + language.flavour.word()
              + " has none");
    }
    if (!Code.isPackage(folder)) {
      throw new UserError(
          "--package "
              + folder
              + ": Java takes no such name; write identifiers with dots between, as in"
              + " com.example.orders");
    }
    if (members.filter(n -> !Code.isMembership(n)).isPresent()) {
      throw new UserError(
          "--members "
              + members.get()
              + ": write 3, 5 or 7; an even number tolerates no failure more than one less");
    }
    if (zones.filter(n -> n < 0 || n > Code.ZONES_MAX).isPresent()) {
      throw new UserError(
          "--zones "
              + zones.get()
              + ": write 1 to "
              + Code.ZONES_MAX
              + ", or 0 for as many as there are");
    }
    List<Code.SourceFile> files = new ArrayList<>();
    for (Pattern pattern : patterns()) {
      files.addAll(code(pattern, folder).of(pattern, flavour(pattern)));
    }
    return files;
  }

  private List<Pattern> patterns() {
    return new LinkedHashSet<>(asked)
        .stream()
            .map(name -> Patterns.named(name).orElseThrow(() -> new UserError(unknown(name))))
            .toList();
  }

  private static String unknown(String name) {
    List<String> all = Patterns.onClassPath().stream().map(Pattern::name).toList();
    return "no pattern is named '"
        + name
        + "'; "
        + KnownNames.nearest(name, all).map(near -> "did you mean " + near + "? ").orElse("")
        + "there are "
        + String.join(", ", all);
  }

  private List<String> libraries() {
    return patterns().stream()
        .flatMap(pattern -> pattern.in(flavour(pattern)).libraries().stream())
        .distinct()
        .toList();
  }

  /** What this pattern is written in: as asked for, but files to deploy are in no language. */
  private Flavour flavour(Pattern pattern) {
    Flavour wanted = spring ? Flavour.SPRING : language.flavour;
    if (pattern.flavours().contains(Flavour.DEPLOYMENT)) {
      return Flavour.DEPLOYMENT;
    }
    if (!pattern.flavours().contains(wanted)) {
      throw new UserError(
          pattern.name()
              + " is not there in "
              + wanted.word()
              + "; write "
              + pattern.flavours().stream()
                  .map(GenerateCommand::option)
                  .collect(Collectors.joining(" or ")));
    }
    return wanted;
  }

  private static String option(Flavour flavour) {
    return flavour == Flavour.SPRING ? "--spring" : "--language " + flavour.word();
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
