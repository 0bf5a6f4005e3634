package godmode.detectors.read.build;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A Gradle script as blocks and text, in Groovy or Kotlin. Nothing is run: what a script computes
 * is not seen. Comments are blanked, so that offsets stay those of the file.
 */
final class GradleScript {
  /**
   * A block in braces.
   *
   * @param header what stands before the brace on its line: {@code dependencies}
   * @param start offset of the first character inside
   * @param own the text inside, as long as the block, with blocks inside it blanked
   */
  record Block(String header, int start, String own, List<Block> blocks) {
    /** The blocks inside whose header is that word, or a call of it. */
    List<Block> named(String word) {
      return blocks.stream()
          .filter(block -> block.header.equals(word) || block.header.startsWith(word + "("))
          .toList();
    }
  }

  private static final int NESTING_MAX = 100;

  private final String path;
  private final String text;
  private final Block root;
  private int at;

  GradleScript(String path, String source) {
    this.path = path;
    this.text = withoutComments(source);
    this.root = block("", 0, 0);
  }

  Block root() {
    return root;
  }

  /** The script without its comments. */
  String text() {
    return text;
  }

  Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Place(path, line, offset - start + 1);
  }

  private Block block(String header, int start, int depth) {
    List<Block> inside = new ArrayList<>();
    StringBuilder own = new StringBuilder();
    int statement = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}') {
        break;
      }
      if (c == '\'' || c == '"') {
        int end = stringEnd(text, at);
        own.append(text, at, end);
        at = end;
      } else if (c == '{' && depth < NESTING_MAX) {
        at++;
        int from = at;
        Block child = block(own.substring(statement).strip(), from, depth + 1);
        inside.add(child);
        own.append('{').append(blanked(text.substring(from, at)));
        if (at < text.length()) {
          own.append('}');
          at++;
        }
        statement = own.length();
      } else {
        own.append(c);
        at++;
        if (c == '\n' || c == ';') {
          statement = own.length();
        }
      }
    }
    if (depth == 0 && at < text.length()) {
      // A brace that closes nothing: go on behind it.
      own.append(' ');
      at++;
      Block rest = block(header, start, depth);
      inside.addAll(rest.blocks());
      own.append(rest.own());
    }
    return new Block(header, start, own.toString(), inside);
  }

  private static String blanked(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i) == '\n' ? '\n' : ' ');
    }
    return out.toString();
  }

  /**
   * The offset behind a string that begins at {@code from}; a string in one quote ends its line.
   */
  static int stringEnd(String text, int from) {
    String quote = text.substring(from, from + 1);
    boolean block = text.startsWith(quote.repeat(3), from);
    String end = block ? quote.repeat(3) : quote;
    int at = from + end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      char c = text.charAt(at);
      if (c == '\n' && !block) {
        return at;
      }
      at += c == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    return Math.min(text.length(), at + end.length());
  }

  private static String withoutComments(String source) {
    StringBuilder out = new StringBuilder(source.length());
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      int end = at + 1;
      boolean comment = false;
      if (c == '\'' || c == '"') {
        end = stringEnd(source, at);
      } else if (source.startsWith("//", at)) {
        end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
        comment = true;
      } else if (source.startsWith("/*", at)) {
        int close = source.indexOf("*/", at + 2);
        end = close < 0 ? source.length() : close + 2;
        comment = true;
      }
      String part = source.substring(at, end);
      out.append(comment ? blanked(part) : part);
      at = end;
    }
    return out.toString();
  }
}
