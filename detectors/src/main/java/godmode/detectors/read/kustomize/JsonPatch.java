package godmode.detectors.read.kustomize;

import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** JSON patches (RFC 6902) on located trees; an operation that does not fit is reported. */
final class JsonPatch {
  private JsonPatch() {}

  /** A document after all operations that fit. */
  static Located apply(Located document, Located operations, Consumer<ReadProblem> problems) {
    Located result = document;
    for (Located operation : operations.items()) {
      Optional<Located> next = apply(result, operation);
      if (next.isEmpty()) {
        problems.accept(
            new ReadProblem(
                operation.place(),
                "patch operation "
                    + operation.text("op").orElse("without op")
                    + " "
                    + operation.text("path").orElse("without path")
                    + " does not fit what it changes and was left out; correct its path"));
      }
      result = next.orElse(result);
    }
    return result;
  }

  private static Optional<Located> apply(Located document, Located operation) {
    Optional<String> written = operation.text("path").filter(path -> path.startsWith("/"));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<String> path = segments(written.get());
    Optional<Located> value = operation.at("value");
    return switch (operation.text("op").orElse("")) {
      case "add" -> value.flatMap(v -> put(document, path, 0, v, Mode.ADD));
      case "replace" -> value.flatMap(v -> put(document, path, 0, v, Mode.REPLACE));
      case "remove" -> remove(document, path, 0);
      case "test" ->
          find(document, path)
              .filter(found -> value.filter(v -> v.toString().equals(found.toString())).isPresent())
              .map(found -> document);
      case "copy" ->
          from(document, operation).flatMap(found -> put(document, path, 0, found, Mode.ADD));
      case "move" ->
          from(document, operation)
              .flatMap(
                  found ->
                      remove(document, segments(operation.text("from").orElse("")), 0)
                          .flatMap(rest -> put(rest, path, 0, found, Mode.ADD)));
      default -> Optional.empty();
    };
  }

  private enum Mode {
    ADD,
    REPLACE
  }

  private static Optional<Located> from(Located document, Located operation) {
    return operation.text("from").flatMap(path -> find(document, segments(path)));
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String part : path.substring(path.isEmpty() ? 0 : 1).split("/", -1)) {
      segments.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return segments;
  }

  private static Optional<Located> find(Located value, List<String> path) {
    Optional<Located> here = Optional.of(value);
    for (String segment : path) {
      here =
          here.flatMap(
              node ->
                  node.isSequence()
                      ? index(segment, node.items().size() - 1).map(node.items()::get)
                      : node.at(segment));
    }
    return here;
  }

  private static Optional<Integer> index(String segment, int last) {
    return segment.matches("0|[1-9]\\d{0,5}") && Integer.parseInt(segment) <= last
        ? Optional.of(Integer.valueOf(segment))
        : Optional.empty();
  }

  private static Optional<Located> put(
      Located node, List<String> path, int depth, Located value, Mode mode) {
    String segment = path.get(depth);
    boolean last = depth == path.size() - 1;
    if (node.isMapping()) {
      Optional<Located> old = node.at(segment);
      if (last) {
        return old.isEmpty() && mode == Mode.REPLACE
            ? Optional.empty()
            : Optional.of(Trees.with(node, segment, value));
      }
      return old.flatMap(child -> put(child, path, depth + 1, value, mode))
          .map(changed -> Trees.with(node, segment, changed));
    }
    if (!node.isSequence()) {
      return Optional.empty();
    }
    List<Located> items = new ArrayList<>(node.items());
    if (last && mode == Mode.ADD) {
      Optional<Integer> at =
          segment.equals("-") ? Optional.of(items.size()) : index(segment, items.size());
      at.ifPresent(i -> items.add(i, value));
      return at.map(i -> Located.sequence(node.place(), items));
    }
    Optional<Integer> at = index(segment, items.size() - 1);
    Optional<Located> changed =
        at.flatMap(
            i -> last ? Optional.of(value) : put(items.get(i), path, depth + 1, value, mode));
    changed.ifPresent(item -> items.set(at.orElseThrow(), item));
    return changed.map(item -> Located.sequence(node.place(), items));
  }

  private static Optional<Located> remove(Located node, List<String> path, int depth) {
    String segment = path.get(depth);
    boolean last = depth == path.size() - 1;
    if (node.isMapping()) {
      if (node.at(segment).isEmpty()) {
        return Optional.empty();
      }
      return last
          ? Optional.of(Trees.without(node, segment))
          : remove(node.at(segment).get(), path, depth + 1)
              .map(changed -> Trees.with(node, segment, changed));
    }
    List<Located> items = new ArrayList<>(node.items());
    Optional<Integer> at = index(segment, items.size() - 1);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    if (last) {
      items.remove(at.get().intValue());
      return Optional.of(Located.sequence(node.place(), items));
    }
    return remove(items.get(at.get()), path, depth + 1)
        .map(
            changed -> {
              items.set(at.get(), changed);
              return Located.sequence(node.place(), items);
            });
  }
}
