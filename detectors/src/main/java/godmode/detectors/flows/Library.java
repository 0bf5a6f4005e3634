package godmode.detectors.flows;

import godmode.core.fact.Place;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is known of the methods of libraries: {@code effects.yaml} and {@code results.yaml}. */
final class Library {
  private static final Pattern CHANGING = Pattern.compile("POST|PUT|PATCH|DELETE");
  private static final Set<String> WAITING =
      Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream", "join");

  private final Map<String, List<Entry>> bySimpleName = new HashMap<>();
  private final Map<String, Map<String, String>> results = new HashMap<>();

  private record Entry(
      String fullName,
      Effect.Kind kind,
      String technology,
      Set<String> reads,
      Set<String> writes,
      Set<String> either,
      boolean ifBlocking) {}

  Library() {
    for (Located one : read("effects.yaml").items()) {
      for (Located type : one.at("types").orElseThrow().items()) {
        String fullName = type.text().orElseThrow();
        bySimpleName
            .computeIfAbsent(simple(fullName), unused -> new ArrayList<>())
            .add(
                new Entry(
                    fullName,
                    Effect.Kind.valueOf(
                        one.text("effect")
                            .orElseThrow()
                            .replace('-', '_')
                            .toUpperCase(Locale.ROOT)),
                    one.text("technology").orElseThrow(),
                    names(one, "reads"),
                    names(one, "writes"),
                    names(one, "either"),
                    one.at("if-blocking").flatMap(Located::flag).orElse(false)));
      }
    }
    for (Located.Entry type : read("results.yaml").entries()) {
      Map<String, String> methods = new HashMap<>();
      for (Located.Entry method : type.value().entries()) {
        methods.put(method.key(), method.value().text().orElseThrow());
      }
      results.put(simple(type.key()), methods);
    }
  }

  private static Set<String> names(Located of, String key) {
    Set<String> names = new TreeSet<>();
    of.at(key).ifPresent(list -> list.items().forEach(i -> i.text().ifPresent(names::add)));
    return names;
  }

  private static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  private static Located read(String resource) {
    try (InputStream in = Library.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not packaged");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlReader.read(Place.startOf(resource), text).roots().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a call on a library's type does.
   *
   * @param names the full names that the receiver's type can have
   * @param statement what the call is a part of
   */
  Optional<Effect> effect(String simpleName, Set<String> names, Code call, Code statement) {
    for (Entry entry : Optional.ofNullable(bySimpleName.get(simpleName)).orElse(List.of())) {
      if (!names.contains(entry.fullName())) {
        continue;
      }
      boolean either = entry.either().contains(call.text());
      boolean writes = entry.writes().contains(call.text()) || (either && changes(call));
      if (!writes && !either && !entry.reads().contains(call.text())) {
        continue;
      }
      if (entry.ifBlocking() && !statement.any(Library::waits)) {
        continue;
      }
      return Optional.of(new Effect(entry.kind(), entry.technology(), writes, simpleName));
    }
    return Optional.empty();
  }

  /** Whether a type is met as a result of library methods, and so without an import. */
  boolean knowsResult(String simpleName) {
    return results.values().stream()
        .anyMatch(
            methods ->
                methods.values().stream()
                    .anyMatch(r -> r.replaceAll("\\..*", "").equals(simpleName)));
  }

  /** Every full name that a type of a simple name can have. */
  Set<String> allNames(String simpleName) {
    Set<String> names = new TreeSet<>();
    Optional.ofNullable(bySimpleName.get(simpleName))
        .orElse(List.of())
        .forEach(entry -> names.add(entry.fullName()));
    return names;
  }

  static boolean waits(Code code) {
    return code.is(Code.Kind.CALL) && WAITING.contains(code.text());
  }

  private static boolean changes(Code call) {
    return call.arguments().stream()
        .anyMatch(
            argument ->
                argument.any(
                    code ->
                        (code.is(Code.Kind.FIELD) || code.is(Code.Kind.NAME))
                            && CHANGING.matcher(code.text()).matches()));
  }

  /** The type that a library's method returns, if it is another one. */
  Optional<String> result(String simpleName, String method) {
    return Optional.ofNullable(results.get(simpleName))
        .flatMap(methods -> Optional.ofNullable(methods.get(method)));
  }
}
