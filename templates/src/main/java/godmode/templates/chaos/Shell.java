package godmode.templates.chaos;

import godmode.templates.Untrusted;
import java.util.Locale;

/** Names of a repository inside scripts and manifests that people run. */
final class Shell {
  private Shell() {}

  /**
   * One word of a POSIX shell: always in single quotes, between which nothing has a meaning.
   * Characters that a terminal would act on are spelt out.
   */
  static String word(String name) {
    return "'" + Untrusted.line(name).replace("'", "'\\''") + "'";
  }

  /** A comment: one line, whatever is in it. */
  static String comment(String text) {
    return "# " + Untrusted.line(text);
  }

  /** Part of a file name, and a word without quotes: small letters, digits and hyphens. */
  static String slug(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String cut = plain.length() > 40 ? plain.substring(0, 40).replaceAll("-+$", "") : plain;
    return cut.isEmpty() ? "target" : cut;
  }
}
