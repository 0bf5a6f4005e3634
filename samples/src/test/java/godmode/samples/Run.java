package godmode.samples;

import godmode.cli.Godmode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One run of the program inside this process, at a fixed moment and with nobody to ask.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int code, String out, String err) {
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(Clock.fixed(NOW, ZoneOffset.UTC), false, false, "team"),
            arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
