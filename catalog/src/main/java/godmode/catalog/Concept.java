package godmode.catalog;

import java.util.List;

/**
 * One idea of the field, explained.
 *
 * @param id the file name: {@code fencing-token}
 * @param title as its page has it: {@code Fencing token}
 * @param aliases what else people call it
 * @param page Markdown
 */
public record Concept(String id, String title, List<String> aliases, String page) {
  public Concept {
    aliases = List.copyOf(aliases);
  }
}
