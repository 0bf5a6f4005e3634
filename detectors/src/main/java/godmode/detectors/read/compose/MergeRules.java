package godmode.detectors.read.compose;

import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Merges one Compose file or service over another, by the Compose Specification (13-merge.md):
 * mappings merge, sequences append and keep one item of each identity, commands replace, {@code
 * !reset} removes and {@code !override} replaces.
 */
final class MergeRules {
  private static final String RESET = "!reset";
  private static final String OVERRIDE = "!override";
  private static final List<String> REPLACED = List.of("command", "entrypoint", "healthcheck.test");

  private MergeRules() {}

  /** Merges whole files. */
  static Located files(Located base, Located over) {
    List<Located.Entry> merged = new ArrayList<>(base.entries());
    for (Located.Entry entry : over.entries()) {
      Optional<Located> old = base.at(entry.key());
      Located value =
          old.isPresent() && entry.key().equals("services")
              ? services(old.get(), entry.value())
              : merge("/" + entry.key(), old, entry.value()).orElse(Trees.empty(entry.keyPlace()));
      merged.add(new Located.Entry(entry.key(), entry.keyPlace(), value));
    }
    return Located.mapping(base.place(), merged);
  }

  private static Located services(Located base, Located over) {
    Map<String, Located.Entry> merged = new LinkedHashMap<>();
    base.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (Located.Entry entry : over.entries()) {
      put(merged, entry, merge("", base.at(entry.key()), entry.value()));
    }
    return Located.mapping(base.place(), List.copyOf(merged.values()));
  }

  /** Merges one service over another. */
  static Located service(Located base, Located over) {
    return merge("", Optional.of(base), over).orElse(base);
  }

  private static Optional<Located> merge(String path, Optional<Located> base, Located over) {
    if (over.tag().equals(RESET)) {
      return Optional.empty();
    }
    if (over.tag().equals(OVERRIDE)) {
      return Optional.of(over.withTag(""));
    }
    if (over.isMapping()) {
      return Optional.of(mapping(path, base.filter(Located::isMapping), over));
    }
    if (base.isPresent() && over.isNull() && !path.startsWith("environment")) {
      return base;
    }
    boolean append = base.isPresent() && over.isSequence() && !REPLACED.contains(path);
    return Optional.of(append ? appended(path, base.get(), over) : over);
  }

  private static Located mapping(String path, Optional<Located> base, Located over) {
    Map<String, Located.Entry> merged = new LinkedHashMap<>();
    base.ifPresent(old -> old.entries().forEach(entry -> merged.put(entry.key(), entry)));
    for (Located.Entry entry : over.entries()) {
      String inner = path.isEmpty() ? entry.key() : path + "." + entry.key();
      put(merged, entry, merge(inner, base.flatMap(old -> old.at(entry.key())), entry.value()));
    }
    return Located.mapping(base.orElse(over).place(), List.copyOf(merged.values()));
  }

  /** Mappings keep the place of their first definition, all else that of the last. */
  private static void put(
      Map<String, Located.Entry> merged, Located.Entry over, Optional<Located> value) {
    if (value.isEmpty()) {
      merged.remove(over.key());
      return;
    }
    Located.Entry old = merged.getOrDefault(over.key(), over);
    Located.Entry named = value.get().isMapping() ? old : over;
    merged.put(over.key(), Trees.entry(named, value.get()));
  }

  private static Located appended(String path, Located base, Located over) {
    Map<String, Located> items = new LinkedHashMap<>();
    base.items().forEach(item -> items.put(identity(path, item), item));
    over.items().forEach(item -> items.put(identity(path, item), item));
    return Located.sequence(base.place(), List.copyOf(items.values()));
  }

  private static String identity(String path, Located item) {
    return switch (path) {
      case "ports" -> {
        List<ComposePort> ports = ComposePort.of(item);
        yield ports.isEmpty()
            ? item.written()
            : ports.stream().map(ComposePort::identity).collect(Collectors.joining(","));
      }
      case "volumes" -> ComposeMount.of(item).map(ComposeMount::target).orElse(item.toString());
      default -> item.isMapping() ? item.toString() : item.written();
    };
  }
}
