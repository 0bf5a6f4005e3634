package godmode.detectors.flows;

import godmode.core.evidence.Step;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What texts and numbers in code are under the configuration of their module. */
final class Values {
  private static final int STEPS_MAX = 3;

  private final Map<String, SpringConfiguration> settings = new HashMap<>();

  private Values(Units units) {
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
    Modules modules = Modules.of(units);
    Map<String, Integer> users = new HashMap<>();
    for (Module module : modules.startable()) {
      modules
          .librariesOf(module)
          .forEach(library -> users.merge(library.folder(), 1, Integer::sum));
    }
    // A library of one service is configured with it.
    for (Module module : modules.startable()) {
      Optional<SpringConfiguration> own = Optional.ofNullable(settings.get(module.folder()));
      for (Module library : modules.librariesOf(module)) {
        boolean only = Optional.ofNullable(users.get(library.folder())).orElse(0) == 1;
        own.filter(unused -> only).ifPresent(s -> settings.putIfAbsent(library.folder(), s));
      }
    }
  }

  /** One for all detectors of a run. */
  static Values of(Units units) {
    return units.derived(Values.class, () -> List.of(new Values(units))).get(0);
  }

  /**
   * A value.
   *
   * @param from the settings that it comes from; empty if the code says it
   */
  record Value(String text, List<Step> from) {
    Value {
      from = List.copyOf(from);
    }
  }

  /** A time, and the settings that it comes from. */
  record Time(Duration duration, List<Step> from) {
    Time {
      from = List.copyOf(from);
    }
  }

  /** The configuration of the module that a type belongs to. */
  Optional<SpringConfiguration> settings(JavaType type) {
    return Optional.ofNullable(settings.get(type.folder()));
  }

  /** What a text is; empty if a part of it has neither a value nor a default. */
  Optional<Value> of(JavaType type, JavaText text) {
    if (text.text().contains(JavaText.UNKNOWN)) {
      return Optional.empty();
    }
    if (!text.text().contains("${")) {
      return Optional.of(new Value(text.text(), List.of()));
    }
    SpringConfiguration known =
        settings(type)
            .orElseGet(
                () ->
                    SpringApplication.withoutFiles(type.folder())
                        .view(SpringApplication.Activation.NONE));
    String value = known.replaced(text.text()).strip();
    List<Step> from =
        known.namedIn(text.text()).stream()
            .filter(setting -> setting.value().isScalar())
            .limit(STEPS_MAX)
            .map(
                setting ->
                    new Step(
                        setting.key() + " is " + setting.value().written(), setting.keyPlace()))
            .toList();
    return value.contains("${") ? Optional.empty() : Optional.of(new Value(value, from));
  }

  /** What an argument is that is a time or a part of one. */
  Optional<Value> of(JavaType type, Code code) {
    if (code.is(Code.Kind.LITERAL) || code.is(Code.Kind.TEXT)) {
      return of(type, new JavaText(code.text(), code.at()));
    }
    return Optional.ofNullable(type.values().get(code.at())).flatMap(text -> of(type, text));
  }

  /** {@code 10, TimeUnit.SECONDS}: a number and its unit. */
  Optional<Time> time(JavaType type, Code number, Code unit) {
    String word = unit.text();
    return of(type, number)
        .flatMap(
            value ->
                switch (word) {
                  case "MILLISECONDS" -> time(value, "ms");
                  case "SECONDS" -> time(value, "s");
                  case "MINUTES" -> time(value, "m");
                  case "HOURS" -> time(value, "h");
                  default -> Optional.empty();
                });
  }

  private static Optional<Time> time(Value value, String unit) {
    return Waits.duration(value.text().replaceFirst("[lL]$", ""), unit)
        .map(duration -> new Time(duration, value.from()));
  }

  /** {@code Duration.ofSeconds(10)}, or a time that the configuration gives. */
  Optional<Time> time(JavaType type, Code code) {
    if (!code.is(Code.Kind.CALL) || code.arguments().size() != 1) {
      return of(type, code).flatMap(value -> time(value, "ms"));
    }
    Code number = code.arguments().get(0);
    return switch (code.text()) {
      case "ofMillis" -> of(type, number).flatMap(value -> time(value, "ms"));
      case "ofSeconds" -> of(type, number).flatMap(value -> time(value, "s"));
      case "ofMinutes" -> of(type, number).flatMap(value -> time(value, "m"));
      case "ofHours" -> of(type, number).flatMap(value -> time(value, "h"));
      default -> Optional.empty();
    };
  }

  /** A time that an annotation says, in milliseconds where it has no unit. */
  Optional<Time> time(JavaType type, JavaText text) {
    return of(type, text).flatMap(value -> time(value, "ms"));
  }

  /** The step of a message that starts a method: by which topics or queues, where that is known. */
  Step arrival(JavaType type, AnnotationUse listener, String name) {
    return new Step(message(type, listener) + " starts " + name, listener.at());
  }

  /** {@code a message of orders}. */
  String message(JavaType type, AnnotationUse listener) {
    List<String> channels =
        channels(listener).stream()
            .flatMap(text -> of(type, text).stream())
            .map(Value::text)
            .filter(text -> text.matches("[\\w.:/-]{1,100}"))
            .toList();
    return channels.isEmpty() ? "a message" : "a message of " + String.join(" and ", channels);
  }

  /** The settings that give a listener its topics or queues. */
  List<Step> settings(JavaType type, AnnotationUse listener) {
    return channels(listener).stream()
        .flatMap(text -> of(type, text).stream())
        .flatMap(value -> value.from().stream())
        .toList();
  }

  private static List<JavaText> channels(AnnotationUse listener) {
    return listener.first("topics", "queues", "destination", "value");
  }
}
