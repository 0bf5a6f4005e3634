package godmode.catalog;

import godmode.core.catalog.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the words of a file to values; what is wrong is said with the key. */
final class Words {
  private Words() {}

  static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
    return value;
  }

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** {@code object-store} and {@code PC/EC} to constants. */
  static <E extends Enum<E>> E constant(Class<E> type, String key, @Nullable String word) {
    String name = required(key, word).toUpperCase(Locale.ROOT).replace('-', '_').replace('/', '_');
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + key + "' is '" + word + "', no word we know", e);
    }
  }

  static Provenance provenance(
      @Nullable List<String> source, @Nullable Boolean unverified, @Nullable String part) {
    return new Provenance(list(source), Boolean.TRUE.equals(unverified), Optional.ofNullable(part));
  }
}
