package godmode.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small repository on disk, and sessions on it. */
record Shop(Path root) {
  static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  /** A service with a database and a cache of one member each. */
  static Shop in(Path folder) throws IOException {
    return new Shop(folder)
        .with(
            "compose.yaml",
            """
            name: shop
            services:
              web:
                image: acme/web:1
                environment: {DATABASE_URL: "postgresql://db:5432/app"}
              db: {image: "postgres:17"}
              cache: {image: "redis:7"}
            """);
  }

  Shop with(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  /** A session with what {@code --set} says: path, value, path, value … */
  Session session(String... settings) throws IOException {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      said.put(settings[i], settings[i + 1]);
    }
    return session(Optional.empty(), said);
  }

  Session session(Optional<Path> answers, Map<String, String> settings) throws IOException {
    return new Session(
        Engine.standard(),
        new SessionRequest(
            List.of(root), Optional.empty(), answers, settings, Optional.empty(), TODAY, false));
  }
}
