package godmode.detectors.read.xml;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An XML element that knows its line; names are local names, namespaces do not count. */
public final class XmlElement {
  private final String name;
  private final Place place;
  private final Map<String, String> attributes;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(String name, Place place, Map<String, String> attributes) {
    this.name = name;
    this.place = place;
    this.attributes = attributes;
  }

  void add(XmlElement child) {
    children.add(child);
  }

  void addText(String more) {
    text.append(more);
  }

  public String name() {
    return name;
  }

  public Place place() {
    return place;
  }

  /** Attributes sorted by name. */
  public Map<String, String> attributes() {
    return attributes;
  }

  public Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  public String text() {
    return text.toString().strip();
  }

  public List<XmlElement> children() {
    return children;
  }

  public List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  public Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  /** The elements at the end of a path of names: {@code build/plugins/plugin}. */
  public List<XmlElement> all(String path) {
    List<XmlElement> here = List.of(this);
    for (String step : path.split("/", -1)) {
      here = here.stream().flatMap(element -> element.children(step).stream()).toList();
    }
    return here;
  }

  /** The text of the first element at the end of a path; empty if there is none. */
  public String textAt(String path) {
    return textOf(path).orElse("");
  }

  private Optional<String> textOf(String path) {
    int slash = path.indexOf('/');
    String step = slash < 0 ? path : path.substring(0, slash);
    for (XmlElement child : children) {
      if (child.name.equals(step)) {
        Optional<String> found =
            slash < 0 ? Optional.of(child.text()) : child.textOf(path.substring(slash + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
