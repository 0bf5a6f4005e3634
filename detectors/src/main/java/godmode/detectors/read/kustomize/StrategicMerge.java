package godmode.detectors.read.kustomize;

import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strategic merge patches as the Kubernetes API defines them: mappings merge, null removes, lists
 * of the built-in kinds merge by their key, other lists are replaced, {@code $patch} directs.
 */
final class StrategicMerge {
  private static final String DIRECTIVE = "$patch";

  /** Fields whose items have a key (patchMergeKey in the API's Go types). */
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("containers", List.of("name")),
          Map.entry("initContainers", List.of("name")),
          Map.entry("ephemeralContainers", List.of("name")),
          Map.entry("env", List.of("name")),
          Map.entry("volumes", List.of("name")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("ports", List.of("containerPort", "port")),
          Map.entry("imagePullSecrets", List.of("name")),
          Map.entry("secrets", List.of("name")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey")));

  private final boolean lists;

  private StrategicMerge(boolean lists) {
    this.lists = lists;
  }

  /**
   * Merges a patch over an object.
   *
   * @param builtIn whether the object's lists have keys; those of custom resources have none
   * @return empty if the patch deletes the object
   */
  static Optional<Located> merge(Located base, Located patch, boolean builtIn) {
    return directive(patch).equals("delete")
        ? Optional.empty()
        : Optional.of(new StrategicMerge(builtIn).mapping(base, patch));
  }

  private Located mapping(Located base, Located patch) {
    if (directive(patch).equals("replace")) {
      return Trees.without(patch, DIRECTIVE);
    }
    Map<String, Located.Entry> merged = new LinkedHashMap<>();
    base.entries().forEach(entry -> merged.put(entry.key(), entry));
    for (Located.Entry entry : patch.entries()) {
      if (entry.key().startsWith("$")) {
        continue;
      }
      Optional<Located> old = base.at(entry.key());
      if (entry.value().isNull() || directive(entry.value()).equals("delete")) {
        merged.remove(entry.key());
      } else {
        Located value = value(entry.key(), old, entry.value());
        Located.Entry named = value.isMapping() ? merged.getOrDefault(entry.key(), entry) : entry;
        merged.put(entry.key(), Trees.entry(named, value));
      }
    }
    return Located.mapping(base.place(), List.copyOf(merged.values()));
  }

  private Located value(String field, Optional<Located> old, Located patch) {
    if (patch.isMapping()) {
      return mapping(old.filter(Located::isMapping).orElse(Trees.empty(patch.place())), patch);
    }
    Optional<String> key =
        lists && patch.isSequence()
            ? KEYS.getOrDefault(field, List.of()).stream()
                .filter(name -> patch.items().stream().anyMatch(item -> item.at(name).isPresent()))
                .findFirst()
            : Optional.empty();
    return key.isPresent() && old.filter(Located::isSequence).isPresent()
        ? list(key.get(), old.get(), patch)
        : withoutDirectives(patch);
  }

  private Located list(String key, Located old, Located patch) {
    boolean replaces =
        patch.items().stream().anyMatch(i -> directive(i).equals("replace") && i.at(key).isEmpty());
    Map<String, Located> items = new LinkedHashMap<>();
    if (!replaces) {
      for (Located item : old.items()) {
        items.put(identity(key, item, items.size()), item);
      }
    }
    for (Located item : patch.items()) {
      String identity = identity(key, item, items.size());
      if (directive(item).equals("delete")) {
        items.remove(identity);
      } else if (item.entries().size() != 1 || item.at(DIRECTIVE).isEmpty()) {
        Located before = items.getOrDefault(identity, Trees.empty(item.place()));
        items.put(identity, mapping(before, item));
      }
    }
    return Located.sequence(old.place(), List.copyOf(items.values()));
  }

  private static String identity(String key, Located item, int position) {
    return item.text(key).map(text -> "=" + text).orElse("#" + position);
  }

  private static Located withoutDirectives(Located patch) {
    if (!patch.isSequence()) {
      return patch;
    }
    List<Located> items = new ArrayList<>();
    for (Located item : patch.items()) {
      if (item.at(DIRECTIVE).isEmpty() || directive(item).equals("merge")) {
        items.add(Trees.without(item, DIRECTIVE));
      }
    }
    return patch.items().stream().anyMatch(item -> item.at(DIRECTIVE).isPresent())
        ? Located.sequence(patch.place(), items)
        : patch;
  }

  private static String directive(Located value) {
    return value.isMapping() ? value.text(DIRECTIVE).orElse("") : "";
  }
}
