package godmode.detectors.read.spring;

import godmode.core.fact.Place;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;

/** Flattens a YAML document to dotted keys; nested and dotted keys may be mixed. */
final class FlatYaml {
  private FlatYaml() {}

  static List<Property> of(Located root) {
    List<Property> found = new ArrayList<>();
    flatten("", root.place(), root, found);
    return found;
  }

  private static void flatten(String key, Place keyPlace, Located value, List<Property> found) {
    if (value.isMapping()) {
      for (Located.Entry entry : value.entries()) {
        String name = entry.key();
        String path = key.isEmpty() ? name : name.startsWith("[") ? key + name : key + "." + name;
        flatten(path, entry.keyPlace(), entry.value(), found);
      }
    } else if (value.isSequence()) {
      List<Located> items = value.items();
      for (int i = 0; i < items.size(); i++) {
        flatten(key + "[" + i + "]", items.get(i).place(), items.get(i), found);
      }
    } else if (!key.isEmpty() && !value.isNull()) {
      found.add(new Property(key, keyPlace, value));
    }
  }
}
