package godmode.detectors.flows;

import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long clients and limits wait: as the code or the configuration says, or by default. */
final class Waits {
  /** Of Feign: {@code Request.Options}, read time-out, since OpenFeign 9. */
  private static final Duration FEIGN = Duration.ofSeconds(60);

  private static final Pattern TEXT =
      Pattern.compile("(\\d+)\\s*(ms|s|m|h|d|)", Pattern.CASE_INSENSITIVE);
  private static final List<String> PREFIXES =
      List.of("spring.cloud.openfeign.client.config.", "feign.client.config.");

  private final Program program;
  private final Map<String, SpringConfiguration> settings = new HashMap<>();

  Waits(Program program, Units units) {
    this.program = program;
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
  }

  /** What a setting of the module says. */
  Optional<String> setting(JavaType type, String key) {
    return Optional.ofNullable(settings.get(type.folder())).flatMap(found -> found.text(key));
  }

  /** How long a call of a Feign client waits for its answer; empty if that is not known here. */
  Optional<Duration> ofFeign(JavaType client) {
    Optional<AnnotationUse> use = client.annotation("FeignClient");
    if (use.isEmpty()
        || !use.get().first("configuration").isEmpty()
        || hasOptions(client.folder())
        || setting(client, "ribbon.ReadTimeout").isPresent()
        || !settings.containsKey(client.folder())) {
      return use.isPresent() && isPlain(client, use.get())
          ? standard(client, use.get())
          : Optional.empty();
    }
    String name =
        use.get().first("contextId", "value", "name").stream()
            .map(JavaText::text)
            .findFirst()
            .orElse("");
    for (String prefix : PREFIXES) {
      for (String of : List.of(name, "default")) {
        Optional<String> written = setting(client, prefix + of + ".read-timeout");
        if (written.isPresent()) {
          return duration(written.get(), "ms");
        }
      }
    }
    return standard(client, use.get());
  }

  /** Ribbon has another limit; it is not asked for an address, and not there since 2020. */
  static boolean isSixtySeconds(Program program, JavaType client, AnnotationUse use) {
    return !use.first("url").isEmpty()
        || program.inModule(client.folder()).stream()
            .flatMap(other -> other.imports().values().stream())
            .anyMatch(name -> name.startsWith("jakarta."));
  }

  private Optional<Duration> standard(JavaType client, AnnotationUse use) {
    return isSixtySeconds(program, client, use) ? Optional.of(FEIGN) : Optional.empty();
  }

  /** Whether a client of a module without configuration files has nothing that changes it. */
  private boolean isPlain(JavaType client, AnnotationUse use) {
    return use.first("configuration").isEmpty()
        && !settings.containsKey(client.folder())
        && !hasOptions(client.folder());
  }

  private boolean hasOptions(String folder) {
    return program.inModule(folder).stream()
        .flatMap(type -> type.methods().stream())
        .anyMatch(
            method ->
                method.annotation("Bean").isPresent()
                    && method.result().matches("(Request\\.)?Options"));
  }

  /** {@code 5s}, {@code PT5S}, {@code 5000}, the last in a unit that the place decides. */
  static Optional<Duration> duration(String written, String unit) {
    String text = written.strip();
    Matcher simple = TEXT.matcher(text);
    if (simple.matches() && simple.group(1).length() < 10) {
      long number = Long.parseLong(simple.group(1));
      String of = simple.group(2).isEmpty() ? unit : simple.group(2).toLowerCase(Locale.ROOT);
      return Optional.of(
          switch (of) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
          });
    }
    try {
      return text.toUpperCase(Locale.ROOT).startsWith("P")
          ? Optional.of(Duration.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
