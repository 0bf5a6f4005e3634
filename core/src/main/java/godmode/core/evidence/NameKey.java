package godmode.core.evidence;

import java.util.Comparator;
import java.util.Locale;

/**
 * A name as the assembler compares it: without regard to case, and within one system where several
 * systems of a repository use it for different things.
 *
 * @param system number of the system; {@link #SHARED} where the name means one thing only
 */
record NameKey(String name, int system) implements Comparable<NameKey> {
  /** Stands for all systems. */
  static final int SHARED = 0;

  private static final Comparator<NameKey> ORDER =
      Comparator.comparing(NameKey::name).thenComparingInt(NameKey::system);

  static NameKey shared(String name) {
    return new NameKey(fold(name), SHARED);
  }

  /** The form in which names are equal. */
  static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a detector made the name, because the file gives none. */
  static boolean isMade(String name) {
    return name.indexOf(':') >= 0;
  }

  /** What a reader is shown: of {@code path:services/order} only {@code order}. */
  static String shown(String name) {
    if (!isMade(name)) {
      return name;
    }
    String made = name.substring(name.indexOf(':') + 1);
    return made.substring(made.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(NameKey other) {
    return ORDER.compare(this, other);
  }
}
