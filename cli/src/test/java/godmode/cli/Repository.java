package godmode.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A small repository on disk, and runs of the program on it. */
record Repository(Path root) {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** What a run left: its exit code and what it printed. */
  record Run(int code, String out, String err) {}

  Repository with(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Repository without(String path) throws IOException {
    Files.delete(root.resolve(path));
    return this;
  }

  String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  Path path(String path) {
    return root.resolve(path);
  }

  Run validate(String... options) {
    return run(false, options);
  }

  Run validateInCi(String... options) {
    return run(true, options);
  }

  /** Designs, and asks nobody. */
  Run design(String... options) {
    return run(false, NOW, with("distributed", root.toString(), options));
  }

  /** Any command on this directory. */
  Run command(String name, String... options) {
    return run(false, NOW, with(name, root.toString(), options));
  }

  /** Any command line, wherever. */
  static Run run(String... arguments) {
    return run(false, NOW, List.of(arguments));
  }

  private Run run(boolean automated, String... options) {
    List<String> args = new ArrayList<>(List.of("distributed", "--validate", "--system", "shop"));
    args.addAll(List.of(options));
    args.add(root.toString());
    return run(automated, NOW, args);
  }

  private static List<String> with(String command, String path, String... options) {
    List<String> args = new ArrayList<>(List.of(command, path));
    args.addAll(List.of(options));
    return args;
  }

  static Run run(boolean automated, Instant now, List<String> args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(
                Clock.fixed(now, ZoneOffset.UTC), false, false, "team", 80, automated),
            args.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}
