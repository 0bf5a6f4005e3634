package godmode.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole session at a pseudo-terminal of 80 columns and 24 rows.
 *
 * @param screen what the person sees in the end
 * @param everything what was shown, without escape sequences
 * @param redrawn how often the cursor went back up
 */
record TypedSession(
    int code, String out, String err, String screen, String everything, int redrawn) {

  /**
   * Types keys and waits for the end.
   *
   * @param type of the terminal: {@code xterm}, {@code dumb}
   */
  static TypedSession on(String type, String typed, Repository repository, String... options)
      throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of("distributed", repository.root().toString()));
    args.addAll(List.of(options));
    try (Keys keys = Keys.typing(typed, type, 80, 24)) {
      int code =
          Godmode.run(
              new PrintWriter(out),
              new PrintWriter(err),
              new Godmode.Surroundings(
                  Clock.fixed(Repository.NOW, ZoneOffset.UTC),
                  true,
                  false,
                  "team",
                  80,
                  false,
                  keys::terminal),
              args.toArray(String[]::new));
      return new TypedSession(
          code, out.toString(), err.toString(), keys.screen(), keys.everything(), keys.redrawn());
    }
  }
}
