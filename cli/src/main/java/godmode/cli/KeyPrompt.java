package godmode.cli;

import java.util.List;
import org.jline.terminal.Terminal;

/** With arrow keys: lists are redrawn in place, lines can be edited. */
final class KeyPrompt implements Prompt {
  private final Terminal terminal;
  private final LinePrompt lines;

  KeyPrompt(Terminal terminal) {
    this.terminal = terminal;
    this.lines = LinePrompt.editing(terminal);
  }

  @Override
  public Heard choose(List<String> items, int first, String hint, String prompt) {
    Menu.Choice choice = Menu.choose(terminal, items, Math.max(0, first));
    if (choice instanceof Menu.Choice.Item item) {
      return Heard.text(Integer.toString(item.index() + 1));
    }
    if (choice instanceof Menu.Choice.Typed typed) {
      boolean digit = typed.text().matches("[1-9]");
      return digit && items.size() < 10
          ? Heard.text(typed.text())
          : lines.typing("    > ", typed.text());
    }
    return choice instanceof Menu.Choice.Command said
        ? Heard.command(said.command())
        : Heard.text("");
  }

  @Override
  public Heard line(String prompt, String buffer) {
    return lines.line(prompt, buffer);
  }

  @Override
  public boolean marks() {
    return true;
  }
}
