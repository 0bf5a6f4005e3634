package godmode.detectors.read.spring;

import com.google.auto.service.AutoService;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.ProblemSink;
import godmode.detectors.UnitReader;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the configuration of every Spring Boot module, sorted by folder: the {@code application}
 * and {@code bootstrap} files in {@code src/main/resources}, and what config servers of the same
 * repository serve to the module. Resources of tests are never read.
 */
@AutoService(UnitReader.class)
@SuppressWarnings("rawtypes")
public final class SpringApplicationReader implements UnitReader<SpringApplication> {
  private static final Pattern RESOURCES =
      Pattern.compile("(?:(.*)/)?src/main/resources(?:/(config))?");
  private static final Pattern OWN = Pattern.compile("(application|bootstrap)(?:-(.+))?");

  // A config server overrides the files of its clients; a .properties file wins over YAML beside
  // it.
  private static final int BOOTSTRAP = 0;
  private static final int APPLICATION = 10;
  private static final int IN_CONFIG_FOLDER = 2;
  private static final int PROPERTIES = 1;
  private static final int SERVED_TO_ALL = 20;
  private static final int SERVED_TO_ONE = 30;

  @Override
  public Class<SpringApplication> type() {
    return SpringApplication.class;
  }

  @Override
  public List<SpringApplication> read(RepositorySnapshot snapshot, ProblemSink problems) {
    TreeMap<String, List<Layer>> own = new TreeMap<>();
    for (SourceFile file : snapshot.files()) {
      Matcher folder = RESOURCES.matcher(file.folder());
      if (folder.matches()) {
        String module = Optional.ofNullable(folder.group(1)).orElse("");
        int rank = folder.group(2) == null ? 0 : IN_CONFIG_FOLDER;
        List<Layer> layers = ownLayers(file, rank, problems);
        if (!layers.isEmpty()) {
          own.computeIfAbsent(module, unused -> new ArrayList<>()).addAll(layers);
        }
      }
    }
    List<ConfigServer> servers = servers(own, snapshot);
    for (ConfigServer server : servers) {
      own.values().forEach(layers -> layers.removeIf(layer -> isServed(server, layer, snapshot)));
    }
    return withServed(own, servers, snapshot, problems);
  }

  private static List<Layer> ownLayers(SourceFile file, int rank, ProblemSink problems) {
    Optional<ConfigurationFile> found = ConfigurationFile.of(file);
    Matcher name = OWN.matcher(found.map(ConfigurationFile::base).orElse(""));
    if (found.isEmpty() || !name.matches()) {
      return List.of();
    }
    int kind = name.group(1).equals("bootstrap") ? BOOTSTRAP : APPLICATION;
    int suffix = found.get().isYaml() ? 0 : PROPERTIES;
    return found.get().layers(Optional.ofNullable(name.group(2)), kind + rank + suffix, problems);
  }

  private static List<ConfigServer> servers(
      Map<String, List<Layer>> own, RepositorySnapshot snapshot) {
    List<ConfigServer> found = new ArrayList<>();
    own.forEach(
        (folder, layers) ->
            ConfigServer.of(new SpringApplication(folder, layers), snapshot).ifPresent(found::add));
    return found;
  }

  private static boolean isServed(ConfigServer server, Layer layer, RepositorySnapshot snapshot) {
    return snapshot.file(layer.file()).filter(server::serves).isPresent();
  }

  private static List<SpringApplication> withServed(
      Map<String, List<Layer>> own,
      List<ConfigServer> servers,
      RepositorySnapshot snapshot,
      ProblemSink problems) {
    List<SpringApplication> plain = new ArrayList<>();
    own.forEach(
        (folder, layers) -> {
          if (!layers.isEmpty()) {
            plain.add(new SpringApplication(folder, layers));
          }
        });
    List<String> names =
        plain.stream().flatMap(each -> each.name().stream()).map(Located::written).toList();
    Map<ConfigServer, List<SourceFile>> files = new HashMap<>();
    for (ConfigServer server : servers) {
      files.put(server, below(server, snapshot));
    }
    List<SpringApplication> found = new ArrayList<>();
    for (SpringApplication application : plain) {
      List<Layer> all = new ArrayList<>(application.layers());
      for (ConfigServer server : servers) {
        if (!server.folder().equals(application.folder())) {
          List<SourceFile> below = Optional.ofNullable(files.get(server)).orElseThrow();
          all.addAll(served(server, application, names, below, problems));
        }
      }
      found.add(new SpringApplication(application.folder(), all));
    }
    return found;
  }

  /** The configuration files in the folders of a server and in those below. */
  private static List<SourceFile> below(ConfigServer server, RepositorySnapshot snapshot) {
    return snapshot.files().stream()
        .filter(file -> server.folders().stream().anyMatch(f -> isBelow(file.folder(), f)))
        .filter(file -> ConfigurationFile.of(file).isPresent())
        .toList();
  }

  private static boolean isBelow(String folder, String served) {
    return folder.equals(served) || folder.startsWith(served + "/");
  }

  private static List<Layer> served(
      ConfigServer server,
      SpringApplication client,
      List<String> names,
      List<SourceFile> files,
      ProblemSink problems) {
    Optional<String> name = client.name().map(Located::written);
    List<Layer> toOne = new ArrayList<>();
    List<Layer> toAll = new ArrayList<>();
    for (SourceFile file : files) {
      int folder = server.folders().indexOf(servedFolder(server, file, name.orElse("")));
      if (folder < 0) {
        continue;
      }
      ConfigurationFile.of(file)
          .ifPresent(
              found -> {
                boolean inRoot = isOwnFile(server, file);
                boolean ofClient = name.isPresent() && owner(found.base(), names).equals(name);
                if (ofClient) {
                  String profile = found.base().substring(name.get().length());
                  toOne.addAll(layers(found, profile, SERVED_TO_ONE + folder, problems));
                } else if (!inRoot && isFor(found.base(), "application")) {
                  String profile = found.base().substring("application".length());
                  int rank =
                      file.folder().endsWith("/" + name.orElse("/"))
                          ? SERVED_TO_ONE
                          : SERVED_TO_ALL;
                  toAll.addAll(layers(found, profile, rank + folder, problems));
                }
              });
    }
    boolean isClient = !toOne.isEmpty() || asksForConfiguration(client);
    List<Layer> result = new ArrayList<>(isClient ? toAll : List.of());
    result.addAll(toOne);
    return result;
  }

  /** The served folder a file lies in for this client; also {@code <folder>/<client>}. */
  private static String servedFolder(ConfigServer server, SourceFile file, String client) {
    for (String folder : server.folders()) {
      if (file.folder().equals(folder) || file.folder().equals(folder + "/" + client)) {
        return folder;
      }
    }
    return "";
  }

  /** Served from {@code classpath:/}, the server's own files lie among the others. */
  private static boolean isOwnFile(ConfigServer server, SourceFile file) {
    return !server.serves(file);
  }

  private static List<Layer> layers(
      ConfigurationFile file, String profile, int rank, ProblemSink problems) {
    return file.layers(
        profile.isEmpty() ? Optional.empty() : Optional.of(profile.substring(1)), rank, problems);
  }

  /** The application whose file this is: the longest name that it begins with. */
  private static Optional<String> owner(String base, List<String> names) {
    return names.stream()
        .filter(name -> isFor(base, name))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean isFor(String base, String name) {
    return base.equals(name) || base.startsWith(name + "-");
  }

  private static boolean asksForConfiguration(SpringApplication client) {
    SpringConfiguration view = client.view(SpringApplication.Activation.NONE);
    boolean imports =
        view.list("spring.config.import").stream()
            .anyMatch(location -> location.written().contains("configserver:"));
    return imports || !view.below("spring.cloud.config.").isEmpty();
  }
}
