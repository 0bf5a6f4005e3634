package godmode.record;

import godmode.core.design.DeclaredPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields a file may have: a tree made of rows, each a path and what may stand there. In a
 * path {@code *} is any name and {@code #} any item of a list.
 */
final class Shape {
  private final List<Row> rows;
  private final Spot root = new Spot();

  /**
   * One field.
   *
   * @param required whether the mapping that may hold it must
   * @param meaning one clause for the JSON Schema
   */
  record Row(String path, ValueKind kind, boolean required, String meaning) {
    List<String> names() {
      return List.of(path.split("\\."));
    }
  }

  /** One place in the tree. */
  static final class Spot {
    private final Map<String, Spot> keys = new LinkedHashMap<>();
    private final List<Spot> any = new ArrayList<>(1);
    private final List<Spot> items = new ArrayList<>(1);
    private final List<Row> row = new ArrayList<>(1);

    /** The fields with fixed names, in the order in which they are written. */
    Map<String, Spot> keys() {
      return keys;
    }

    /** What every entry looks like where names are free. */
    Optional<Spot> any() {
      return any.stream().findFirst();
    }

    /** What every item of the list looks like. */
    Optional<Spot> items() {
      return items.stream().findFirst();
    }

    /** What a value here must be. */
    Optional<ValueKind> kind() {
      return row.stream().findFirst().map(Row::kind);
    }

    Optional<Row> row() {
      return row.stream().findFirst();
    }

    List<String> required() {
      return keys.entrySet().stream()
          .filter(entry -> entry.getValue().row().filter(Row::required).isPresent())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** The place one name further down. */
    Optional<Spot> below(String name) {
      Spot fixed = keys.get(name);
      if (fixed != null) {
        return Optional.of(fixed);
      }
      return items().isPresent() && name.matches("\\d{1,6}") ? items() : any();
    }

    private Spot grow(String name) {
      if (name.equals("*")) {
        return only(any);
      }
      return name.equals("#") ? only(items) : keys.computeIfAbsent(name, unused -> new Spot());
    }

    private static Spot only(List<Spot> holder) {
      if (holder.isEmpty()) {
        holder.add(new Spot());
      }
      return holder.get(0);
    }
  }

  Shape(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      Spot spot = root;
      for (String name : row.names()) {
        spot = spot.grow(name);
      }
      spot.row.add(row);
    }
  }

  static Row row(String path, ValueKind kind, String meaning) {
    return new Row(path, kind, false, meaning);
  }

  static Row required(String path, ValueKind kind, String meaning) {
    return new Row(path, kind, true, meaning);
  }

  List<Row> rows() {
    return rows;
  }

  Spot root() {
    return root;
  }

  /** The place that a path leads to. */
  Optional<Spot> at(String path) {
    Optional<Spot> spot = Optional.of(root);
    for (String name : DeclaredPath.split(path)) {
      spot = spot.flatMap(here -> here.below(name));
    }
    return spot;
  }

  /** The known path that is nearest to an unknown one, with the names of the unknown one. */
  Optional<String> nearest(String path) {
    List<String> names = DeclaredPath.split(path);
    List<String> candidates = new ArrayList<>();
    for (Row row : rows) {
      List<String> pattern = row.names();
      if (pattern.size() == names.size()) {
        String candidate = "";
        for (int i = 0; i < names.size(); i++) {
          boolean free = pattern.get(i).equals("*") || pattern.get(i).equals("#");
          candidate =
              DeclaredPath.below(candidate, free ? DeclaredPath.key(names.get(i)) : pattern.get(i));
        }
        candidates.add(candidate);
      }
    }
    return Wording.nearest(path, candidates);
  }

  /** Where a field of that name does belong, for the message about one that stands elsewhere. */
  Optional<String> home(String name) {
    return rows.stream()
        .filter(row -> row.names().contains(name))
        .map(row -> row.names().subList(0, row.names().indexOf(name) + 1))
        .map(names -> String.join(".", names).replace("*", "NAME").replace("#", "0"))
        .findFirst();
  }
}
