package godmode.core.catalog;

import static godmode.core.catalog.Side.CLIENT;
import static godmode.core.catalog.Side.SERVER;
import static godmode.core.catalog.Side.UNDETERMINED;
import static godmode.core.catalog.Strength.STRONG;
import static godmode.core.catalog.Strength.WEAK;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalog in look-up tables, built once. */
final class TechnologyIndex implements Technologies {
  /** Drivers that stand between {@code jdbc:} and the address of the database. */
  private static final List<String> DRIVER_WRAPPERS =
      List.of("p6spy:", "otel:", "log4jdbc:", "pool:", "proxy:");

  /** Keys of applications on Spring and Quarkus, which may also come from the environment. */
  private static final List<String> APPLICATION_PREFIXES =
      List.of("spring.", "quarkus.", "management.", "eureka.", "zuul.");

  private final List<Technology> all;
  private final Map<String, Technology> ids = new HashMap<>();
  private final PatternIndex images = new PatternIndex(Glob::ofPath);
  private final PatternIndex bareImages = new PatternIndex(Glob::ofPath);
  private final PatternIndex imageNames = new PatternIndex(Glob::ofPath);
  private final Map<Ecosystem, PatternIndex> dependencies = new EnumMap<>(Ecosystem.class);
  private final PatternIndex urlSchemes = new PatternIndex(Glob::ofBeginning);
  private final PatternIndex keys = new PatternIndex(Glob::of);
  private final PatternIndex keysWithValue = new PatternIndex(Glob::of);
  private final PatternIndex environment = new PatternIndex(Glob::of);
  private final PatternIndex files = new PatternIndex(Glob::ofPath);
  private final PatternIndex javaImports = new PatternIndex(Glob::of);
  private final PatternIndex annotations = new PatternIndex(Glob::of);
  private final Map<String, List<ResourcePattern>> resources = new HashMap<>();

  private record ResourcePattern(Glob api, ResourceMatch match) {}

  TechnologyIndex(List<Technology> technologies) {
    all = technologies.stream().sorted(Comparator.comparing(Technology::id)).toList();
    for (Ecosystem ecosystem : Ecosystem.values()) {
      dependencies.put(ecosystem, new PatternIndex(Glob::of));
    }
    for (Technology technology : all) {
      if (ids.put(technology.id(), technology) != null) {
        throw new IllegalArgumentException("two technologies are called " + technology.id());
      }
      addImages(technology);
      addCode(technology);
      addConfiguration(technology);
      addResources(technology);
    }
  }

  private void addImages(Technology technology) {
    Fingerprints prints = technology.fingerprints();
    images.add(prints.images(), technology, SERVER, STRONG);
    bareImages.add(bareNames(technology), technology, SERVER, STRONG);
    imageNames.add(prints.weakImages(), technology, SERVER, WEAK);
    for (String image : prints.images()) {
      if (image.indexOf('/') < 0) {
        imageNames.add(List.of("*/" + image, "*/*/" + image), technology, SERVER, WEAK);
      }
    }
  }

  /** Last segments that carry the name of the technology, and those the catalog vouches for. */
  private static List<String> bareNames(Technology technology) {
    List<String> names = new ArrayList<>(technology.fingerprints().bareImages());
    for (String image : technology.fingerprints().images()) {
      String last = image.substring(image.lastIndexOf('/') + 1);
      boolean named = image.equals(last) || last.contains(technology.id());
      if (named && last.indexOf('*') < 0 && !names.contains(last)) {
        names.add(last);
      }
    }
    return names;
  }

  private void addCode(Technology technology) {
    Fingerprints prints = technology.fingerprints();
    prints
        .dependencies()
        .forEach((in, names) -> dependenciesOf(in).add(names, technology, CLIENT, STRONG));
    prints
        .serverDependencies()
        .forEach((in, names) -> dependenciesOf(in).add(names, technology, SERVER, STRONG));
    for (String prefix : prints.javaImports()) {
      javaImports.add(List.of(prefix + "*"), technology, CLIENT, STRONG);
    }
    annotations.add(prints.serverAnnotations(), technology, SERVER, STRONG);
    annotations.add(prints.clientAnnotations(), technology, CLIENT, STRONG);
  }

  private void addConfiguration(Technology technology) {
    Fingerprints prints = technology.fingerprints();
    urlSchemes.add(prints.urlSchemes(), technology, CLIENT, STRONG);
    for (String key : prints.configurationKeys()) {
      if (key.indexOf('=') >= 0) {
        String name = relaxed(key.substring(0, key.indexOf('=')));
        keysWithValue.add(
            List.of(name + key.substring(key.indexOf('='))), technology, CLIENT, STRONG);
      } else {
        keys.add(List.of(relaxed(key)), technology, CLIENT, STRONG);
        if (isApplications(key)) {
          environment.add(List.of(environmentName(key)), technology, CLIENT, STRONG);
        }
      }
    }
    for (String key : prints.serverConfigurationKeys()) {
      keys.add(List.of(relaxed(key)), technology, SERVER, isApplications(key) ? STRONG : WEAK);
      if (isApplications(key)) {
        environment.add(List.of(environmentName(key)), technology, SERVER, STRONG);
      }
    }
    environment.add(prints.serverEnvironment(), technology, SERVER, STRONG);
    environment.add(prints.weakServerEnvironment(), technology, SERVER, WEAK);
    environment.add(prints.clientEnvironment(), technology, CLIENT, STRONG);
    environment.add(prints.environment(), technology, UNDETERMINED, WEAK);
    files.add(prints.files(), technology, SERVER, STRONG);
    files.add(prints.weakFiles(), technology, SERVER, WEAK);
  }

  /** Whether the key is an application's own, in which case the environment may set it, too. */
  private static boolean isApplications(String key) {
    return APPLICATION_PREFIXES.stream().anyMatch(key::startsWith);
  }

  private void addResources(Technology technology) {
    for (CustomResource resource : technology.fingerprints().resources()) {
      resources
          .computeIfAbsent(resource.kind(), unused -> new ArrayList<>())
          .add(
              new ResourcePattern(
                  Glob.ofPath(resource.api()), new ResourceMatch(technology, resource)));
    }
  }

  @Override
  public List<Technology> all() {
    return all;
  }

  @Override
  public Optional<Technology> byId(String id) {
    return Optional.ofNullable(ids.get(id));
  }

  @Override
  public Optional<Technology> byImage(String image) {
    return ImageName.parse(image).flatMap(this::byImage);
  }

  private Optional<Technology> byImage(ImageName name) {
    if (!name.ownerKnown() && name.segments().size() == 1) {
      return first(bareImages.longest(name.tail(1)));
    }
    Optional<Technology> exact = first(images.longest(name.repository()));
    // A mirror keeps the whole name behind its own folders: mirror/bitnami/kafka, x/library/mongo.
    for (int count = name.segments().size() - 1; exact.isEmpty() && count >= 2; count--) {
      String tail = name.tail(count);
      exact = first(images.longest(tail.startsWith("library/") ? tail.substring(8) : tail));
    }
    return exact;
  }

  @Override
  public List<Match> byImageName(String image) {
    return ImageName.parse(image).map(name -> imageNames.find(name.repository())).orElse(List.of());
  }

  @Override
  public List<Match> byDependency(Ecosystem ecosystem, String coordinate) {
    return dependenciesOf(ecosystem).find(coordinate);
  }

  private PatternIndex dependenciesOf(Ecosystem ecosystem) {
    return Optional.ofNullable(dependencies.get(ecosystem)).orElseThrow();
  }

  @Override
  public Optional<Technology> byUrlScheme(String value) {
    if (value.indexOf(':') < 0 && value.indexOf('=') < 0) {
      return Optional.empty();
    }
    return first(urlSchemes.longest(withoutWrapper(value.strip())));
  }

  private static String withoutWrapper(String address) {
    for (String protocol : List.of("jdbc:", "r2dbc:")) {
      for (String wrapper : DRIVER_WRAPPERS) {
        if (address.startsWith(protocol + wrapper)) {
          String inner = address.substring(protocol.length() + wrapper.length());
          return inner.startsWith(protocol) ? inner : protocol + inner;
        }
      }
    }
    return address;
  }

  @Override
  public List<Match> byConfigurationKey(String key) {
    return keys.find(relaxed(key));
  }

  @Override
  public List<Match> byConfiguration(String key, String value) {
    return union(keysWithValue.find(relaxed(key) + "=" + value), byConfigurationKey(key));
  }

  @Override
  public List<Match> byEnvironmentVariable(String name) {
    return environment.find(name);
  }

  @Override
  public List<Match> byFileName(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int folder = path.lastIndexOf('/', path.length() - last.length() - 2) + 1;
    return union(files.find(path.substring(folder)), files.find(last));
  }

  /** All of the first, and of the second what the first does not know. */
  private static List<Match> union(List<Match> first, List<Match> second) {
    List<Match> union = new ArrayList<>(first);
    for (Match match : second) {
      String id = match.technology().id();
      if (first.stream().noneMatch(seen -> seen.technology().id().equals(id))) {
        union.add(match);
      }
    }
    return union.stream().sorted(PatternIndex.STRONG_FIRST).toList();
  }

  @Override
  public List<ResourceMatch> byResource(String apiVersion, String kind) {
    return resources.getOrDefault(kind, List.of()).stream()
        .filter(pattern -> pattern.api().matches(apiVersion))
        .map(ResourcePattern::match)
        .toList();
  }

  @Override
  public List<Match> byJavaImport(String name) {
    return javaImports.find(name);
  }

  @Override
  public List<Match> byAnnotation(String simpleName) {
    return annotations.find(simpleName);
  }

  private static Optional<Technology> first(List<Match> matches) {
    return matches.stream().findFirst().map(Match::technology);
  }

  /** Spring's relaxed binding: case, dashes and underscores do not count. */
  private static String relaxed(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
  }
}
