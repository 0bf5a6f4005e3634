package godmode.detectors.settings;

import java.util.List;
import java.util.Optional;

/** The database that a setting beside an address names: {@code DB_NAME} beside {@code DB_HOST}. */
public final class DatabaseNames {
  private static final String NAMES =
      "(?i)(db|database|name|db[_.-]?name|database[_.-]?name|schema|keyspace[_.-]?name)";

  private DatabaseNames() {}

  /**
   * The one database that settings with the same beginning name; empty where they name several.
   *
   * @param address the setting that holds the address
   * @param all everything that is set in the same place
   */
  public static Optional<WrittenSetting> beside(WrittenSetting address, List<WrittenSetting> all) {
    String prefix = address.key().replaceFirst("[^_.-]*$", "");
    List<WrittenSetting> named =
        all.stream()
            .filter(other -> !prefix.isEmpty() && other.key().startsWith(prefix))
            .filter(other -> other.key().substring(prefix.length()).matches(NAMES))
            .filter(other -> other.value().matches("[\\w$-]+") && !other.value().contains("$"))
            .toList();
    return named.stream().map(WrittenSetting::value).distinct().count() == 1
        ? Optional.of(named.get(0))
        : Optional.empty();
  }
}
