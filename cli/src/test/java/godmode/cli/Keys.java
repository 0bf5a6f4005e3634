package godmode.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** Keys typed at a pseudo-terminal, and the screen they lead to. */
final class Keys implements AutoCloseable {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Terminal terminal;

  private Keys(String typed, String type, int columns, int rows) throws IOException {
    ExternalTerminal made =
        new ExternalTerminal(
            null,
            "test",
            type,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            shown,
            StandardCharsets.UTF_8,
            Terminal.SignalHandler.SIG_DFL,
            true);
    made.setSize(Size.of(columns, rows));
    Attributes keys = made.getAttributes();
    keys.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    keys.setLocalFlag(Attributes.LocalFlag.ICANON, false);
    keys.setInputFlag(Attributes.InputFlag.ICRNL, false);
    made.setAttributes(keys);
    made.resume();
    this.terminal = made;
  }

  static Keys typing(String typed, int columns, int rows) throws IOException {
    return new Keys(typed, "xterm", columns, rows);
  }

  /** On a terminal of that type. */
  static Keys typing(String typed, String type, int columns, int rows) throws IOException {
    return new Keys(typed, type, columns, rows);
  }

  Terminal terminal() {
    return terminal;
  }

  /** Every byte that was written, escape sequences taken out. */
  String everything() {
    return shown.toString(StandardCharsets.UTF_8).replaceAll("\033\\[[0-9;?]*[A-Za-z]", "");
  }

  /** How often the cursor went up, to draw again what was there. */
  int redrawn() {
    return shown.toString(StandardCharsets.UTF_8).split("\033\\[\\d*A", -1).length - 1;
  }

  /** What a person sees in the end. */
  String screen() {
    return Emulator.of(shown.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
