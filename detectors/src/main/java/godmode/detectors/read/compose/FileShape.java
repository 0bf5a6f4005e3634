package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings a Compose file of any version into one shape: long forms, services under one key. */
final class FileShape {
  private static final List<String> PAIRS = List.of("environment", "labels", "annotations");
  private static final List<String> NAMES = List.of("depends_on", "networks");
  private static final List<String> LISTS = List.of("env_file", "tmpfs", "dns", "dns_search");

  /** Keys that a service of the first file format can be known by. */
  private static final List<String> OF_A_SERVICE = List.of("image", "build", "extends");

  private FileShape() {}

  /** Whether a document is a Compose file at all. */
  static boolean isCompose(Located root) {
    return root.at("services")
            .filter(services -> services.isMapping() || services.isNull())
            .isPresent()
        || root.at("include").isPresent()
        || isFirstFormat(root);
  }

  /**
   * Whether a document that is not named like a Compose file is one all the same: it has services,
   * each is a mapping, and most say what they run.
   */
  static boolean isPlainlyCompose(Located root) {
    List<Located> services =
        root.at("services").map(Located::entries).orElse(List.of()).stream()
            .map(Located.Entry::value)
            .toList();
    return root.at("apiVersion").isEmpty()
        && root.at("kind").isEmpty()
        && services.stream().allMatch(Located::isMapping)
        && 2 * services.stream().filter(FileShape::isService).count() > services.size();
  }

  /** The first file format has no {@code services} key: its top-level entries are the services. */
  private static boolean isFirstFormat(Located root) {
    return root.at("services").isEmpty()
        && root.at("version").isEmpty()
        && root.at("apiVersion").isEmpty()
        && root.entries().stream().anyMatch(entry -> isService(entry.value()))
        && root.entries().stream()
            .filter(entry -> !isExtension(entry.key()))
            .allMatch(entry -> entry.value().isMapping());
  }

  private static boolean isService(Located value) {
    return OF_A_SERVICE.stream().anyMatch(key -> value.at(key).isPresent());
  }

  private static boolean isExtension(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith("x-");
  }

  /** The document in the shape of the current specification, without its {@code x-} keys. */
  static Located normal(Located root) {
    Located plain =
        Located.mapping(
            root.place(),
            root.entries().stream().filter(entry -> !isExtension(entry.key())).toList());
    Located current =
        isFirstFormat(root)
            ? Located.mapping(
                root.place(), List.of(new Located.Entry("services", root.place(), plain)))
            : plain;
    return Trees.change(current, "services", services -> Trees.map(services, FileShape::service));
  }

  private static Located service(Located written) {
    Located service =
        written.isMapping() ? written : Trees.empty(written.place()).withTag(written.tag());
    for (String key : PAIRS) {
      service = Trees.change(service, key, FileShape::pairs);
    }
    for (String key : NAMES) {
      service = Trees.change(service, key, FileShape::names);
    }
    for (String key : LISTS) {
      service = Trees.change(service, key, FileShape::list);
    }
    service = Trees.change(service, "build", build -> wrapped(build, "context"));
    service =
        Trees.change(service, "build", build -> Trees.change(build, "args", FileShape::pairs));
    return Trees.change(service, "extends", base -> wrapped(base, "service"));
  }

  /**
   * {@code [A=1, B]} as {@code {A: "1", B: null}}, each value at the place behind its {@code =}.
   */
  private static Located pairs(Located value) {
    if (!value.isSequence()) {
      return value;
    }
    List<Located.Entry> entries = new ArrayList<>();
    for (Located item : value.items()) {
      String written = item.written();
      int split = written.indexOf('=');
      Place start = item.textPlace();
      if (item.isScalar() && split >= 0) {
        Place at = new Place(start.file(), start.line(), start.column() + split + 1);
        Located part = Located.scalar(at, written.substring(split + 1), true);
        entries.add(new Located.Entry(written.substring(0, split).strip(), start, part));
      } else if (item.isScalar()) {
        entries.add(new Located.Entry(written.strip(), start, Located.scalar(start, "", false)));
      } else {
        item.entries().forEach(entries::add);
      }
    }
    return Located.mapping(value.place(), entries).withTag(value.tag());
  }

  /** {@code [a, b]} as {@code {a: null, b: null}}. */
  private static Located names(Located value) {
    if (!value.isSequence()) {
      return value;
    }
    List<Located.Entry> entries = new ArrayList<>();
    for (Located item : value.items()) {
      item.text()
          .ifPresent(
              name ->
                  entries.add(
                      new Located.Entry(
                          name, item.place(), Located.scalar(item.place(), "", false))));
    }
    return Located.mapping(value.place(), entries).withTag(value.tag());
  }

  private static Located list(Located value) {
    return value.isScalar() && !value.isNull()
        ? Located.sequence(value.place(), List.of(value)).withTag(value.tag())
        : value;
  }

  private static Located wrapped(Located value, String key) {
    return value.isScalar() && !value.isNull()
        ? Located.mapping(
                value.place(), List.of(new Located.Entry(key, value.place(), value.withTag(""))))
            .withTag(value.tag())
        : value;
  }
}
