package godmode.detectors.read.yaml;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes changed copies of located trees. */
public final class Trees {
  private Trees() {}

  /** A copy of a mapping or sequence with its direct values replaced. */
  public static Located map(Located node, UnaryOperator<Located> change) {
    if (node.isMapping()) {
      List<Located.Entry> entries = new ArrayList<>();
      for (Located.Entry entry : node.entries()) {
        entries.add(entry(entry, change.apply(entry.value())));
      }
      return Located.mapping(node.place(), entries).withTag(node.tag());
    }
    if (node.isSequence()) {
      List<Located> items = node.items().stream().map(change).toList();
      return Located.sequence(node.place(), items).withTag(node.tag());
    }
    return node;
  }

  /** A copy of a mapping in which the value under a key, if there is one, is replaced. */
  public static Located change(Located mapping, String key, UnaryOperator<Located> change) {
    return mapping.at(key).isEmpty()
        ? mapping
        : with(mapping, key, change.apply(mapping.at(key).get()));
  }

  /** A copy of a mapping with one value more or another one. */
  public static Located with(Located mapping, String key, Located value) {
    List<Located.Entry> entries = new ArrayList<>(mapping.entries());
    Place keyPlace = mapping.entry(key).map(Located.Entry::keyPlace).orElse(value.place());
    entries.add(new Located.Entry(key, keyPlace, value));
    return Located.mapping(mapping.place(), entries).withTag(mapping.tag());
  }

  public static Located without(Located mapping, String key) {
    return Located.mapping(
            mapping.place(),
            mapping.entries().stream().filter(entry -> !entry.key().equals(key)).toList())
        .withTag(mapping.tag());
  }

  public static Located empty(Place place) {
    return Located.mapping(place, List.of());
  }

  public static Located.Entry entry(Located.Entry old, Located value) {
    return new Located.Entry(old.key(), old.keyPlace(), value);
  }

  /** A copy whose values and keys stand elsewhere: for texts that were made from other files. */
  public static Located moved(Located node, UnaryOperator<Place> move) {
    Place place = move.apply(node.place());
    if (node.isMapping()) {
      List<Located.Entry> entries = new ArrayList<>();
      for (Located.Entry entry : node.entries()) {
        entries.add(
            new Located.Entry(
                entry.key(), move.apply(entry.keyPlace()), moved(entry.value(), move)));
      }
      return Located.mapping(place, entries).withTag(node.tag());
    }
    if (node.isSequence()) {
      List<Located> items = node.items().stream().map(item -> moved(item, move)).toList();
      return Located.sequence(place, items).withTag(node.tag());
    }
    if (node.isUnresolved()) {
      return Located.unresolved(place, node.written(), node.reason());
    }
    return Located.scalar(place, move.apply(node.textPlace()), node.written(), node.quoted())
        .withTag(node.tag());
  }
}
