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
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

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

  private Run run(boolean automated, String... options) {
    List<String> args = new ArrayList<>(List.of("distributed", "--validate", "--system", "shop"));
    args.addAll(List.of(options));
    args.add(root.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(
                Clock.fixed(NOW, ZoneOffset.UTC), false, false, "team", 80, automated),
            args.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}
