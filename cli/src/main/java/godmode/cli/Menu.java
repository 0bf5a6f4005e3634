package godmode.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** A list to choose from with arrow keys or digits, redrawn in place. */
final class Menu {
  private static final int LINES_KEPT = 3;
  private static final int ROWS_USUAL = 24;

  private final Terminal terminal;
  private final List<String> items;
  private int at;
  private int drawn;

  /** What a key does. */
  private enum Key {
    UP,
    DOWN,
    FIRST,
    LAST,
    ENTER,
    EXPLAIN,
    BACK,
    LEAVE,
    STOP,
    ENOUGH,
    TYPE
  }

  /** What was chosen. */
  sealed interface Choice {
    /** An item, from 0. */
    record Item(int index) implements Choice {}

    /** The first character of something that is typed. */
    record Typed(String text) implements Choice {}

    /** A command of {@link Prompt}. */
    record Command(Prompt.Command command) implements Choice {}
  }

  private Menu(Terminal terminal, List<String> items, int at) {
    this.terminal = terminal;
    this.items = items;
    this.at = at;
  }

  /** Whether a terminal can redraw lines in place. */
  static boolean fits(Terminal terminal) {
    return terminal.getStringCapability(Capability.parm_up_cursor) != null
        && terminal.getStringCapability(Capability.clr_eos) != null
        && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  /**
   * Lets the person choose.
   *
   * @param items each one or more lines
   * @param first which one the cursor is on, from 0
   */
  static Choice choose(Terminal terminal, List<String> items, int first) {
    Attributes before = terminal.enterRawMode();
    try {
      Attributes raw = new Attributes(terminal.getAttributes());
      raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
      raw.setInputFlag(Attributes.InputFlag.ICRNL, false);
      terminal.setAttributes(raw);
      return new Menu(terminal, items, first).run();
    } finally {
      terminal.setAttributes(before);
    }
  }

  private Choice run() {
    BindingReader reader = new BindingReader(terminal.reader());
    KeyMap<Key> keys = keys();
    while (true) {
      draw();
      Key key = reader.readBinding(keys);
      if (key == null) {
        erase();
        return new Choice.Command(Prompt.Command.LEAVE);
      }
      switch (key) {
        case UP -> at = (at + items.size() - 1) % items.size();
        case DOWN -> at = (at + 1) % items.size();
        case FIRST -> at = 0;
        case LAST -> at = items.size() - 1;
        case ENTER -> {
          erase();
          return new Choice.Item(at);
        }
        case EXPLAIN -> {
          return command(Prompt.Command.EXPLAIN);
        }
        case BACK -> {
          return command(Prompt.Command.BACK);
        }
        case LEAVE -> {
          return command(Prompt.Command.LEAVE);
        }
        case ENOUGH -> {
          return command(Prompt.Command.ENOUGH);
        }
        case STOP -> {
          erase();
          throw new TerminalAnswers.Interrupted();
        }
        case TYPE -> {
          erase();
          return new Choice.Typed(String.valueOf(reader.getLastBinding()));
        }
      }
    }
  }

  private Choice command(Prompt.Command command) {
    erase();
    return new Choice.Command(command);
  }

  private KeyMap<Key> keys() {
    KeyMap<Key> keys = new KeyMap<>();
    bind(keys, Key.UP, Capability.key_up, "\033[A", "\033OA");
    bind(keys, Key.DOWN, Capability.key_down, "\033[B", "\033OB", "\t");
    bind(keys, Key.FIRST, Capability.key_home, "\033[H", "\033OH");
    bind(keys, Key.LAST, Capability.key_end, "\033[F", "\033OF");
    keys.bind(Key.ENTER, "\r", "\n");
    keys.bind(Key.EXPLAIN, "?");
    keys.bind(Key.BACK, "<", KeyMap.del(), "\b");
    keys.bind(Key.LEAVE, KeyMap.ctrl('D'));
    keys.bind(Key.STOP, KeyMap.ctrl('C'));
    keys.bind(Key.ENOUGH, "q");
    for (char c = '0'; c <= '9'; c++) {
      keys.bind(Key.TYPE, String.valueOf(c));
    }
    for (char c = 'a'; c <= 'z'; c++) {
      if (c != 'q') {
        keys.bind(Key.TYPE, String.valueOf(c));
      }
    }
    keys.setAmbiguousTimeout(50);
    return keys;
  }

  private void bind(KeyMap<Key> keys, Key key, Capability capability, String... sequences) {
    String known = KeyMap.key(terminal, capability);
    if (known != null) {
      keys.bind(key, known);
    }
    keys.bind(key, sequences);
  }

  private void draw() {
    erase();
    int rows = terminal.getSize().getRows() > 0 ? terminal.getSize().getRows() : ROWS_USUAL;
    List<String> lines = visible(Math.max(LINES_KEPT, rows - LINES_KEPT - 2));
    lines.forEach(line -> terminal.writer().print(line + "\r\n"));
    drawn = lines.size();
    terminal.flush();
  }

  /** As many items around the cursor as fit. */
  private List<String> visible(int room) {
    int from = at;
    int to = at + 1;
    int used = lines(at).size();
    boolean grown = true;
    while (grown) {
      grown = false;
      if (from > 0 && used + lines(from - 1).size() <= room) {
        from--;
        used += lines(from).size();
        grown = true;
      }
      if (to < items.size() && used + lines(to).size() <= room) {
        used += lines(to).size();
        to++;
        grown = true;
      }
    }
    List<String> visible = new ArrayList<>();
    for (int i = from; i < to; i++) {
      visible.addAll(lines(i));
    }
    if (from > 0) {
      visible.add(0, "    (" + from + " more above)");
    }
    if (to < items.size()) {
      visible.add("    (" + (items.size() - to) + " more below)");
    }
    return visible;
  }

  private List<String> lines(int item) {
    List<String> lines = new ArrayList<>(items.get(item).lines().toList());
    String first = lines.get(0);
    String mark = item == at ? "  > " : "    ";
    lines.set(0, first.startsWith("    ") ? mark + first.substring(mark.length()) : mark + first);
    return lines;
  }

  private void erase() {
    if (drawn > 0) {
      terminal.writer().print("\r");
      terminal.puts(Capability.parm_up_cursor, drawn);
      terminal.puts(Capability.clr_eos);
      terminal.flush();
      drawn = 0;
    }
  }
}
