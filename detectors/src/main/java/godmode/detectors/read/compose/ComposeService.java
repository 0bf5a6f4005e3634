package godmode.detectors.read.compose;

import godmode.core.fact.Place;
import godmode.detectors.read.variables.Words;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of a Compose project, after everything was merged.
 *
 * <p>A value with a variable that the repository does not set is unresolved; {@link
 * Located#written} still tells what stands there.
 *
 * @param name its key, by which the other services reach it
 * @param place where the key stands first
 * @param tree the whole service in long forms; paths in it are relative to the reviewed directory
 * @param activeProfiles the profiles that {@code .env} switches on
 */
public record ComposeService(String name, Place place, Located tree, List<String> activeProfiles) {
  public ComposeService {
    activeProfiles = List.copyOf(activeProfiles);
  }

  /** A scalar or unresolved; empty where the service is only built. */
  public Optional<Located> image() {
    return value("image");
  }

  public Optional<ComposeBuild> build() {
    return tree.at("build").filter(Located::isMapping).map(ComposeBuild::of);
  }

  /** Scalars and unresolved values by name, {@code env_file} entries first. */
  public Map<String, Located> environment() {
    return byName("environment");
  }

  /** One variable of the environment. */
  public Optional<Located> environment(String variable) {
    return tree.at("environment").flatMap(environment -> environment.at(variable));
  }

  public Map<String, Located> labels() {
    return byName("labels");
  }

  /** As written: a scalar, a sequence, or unresolved. */
  public Optional<Located> command() {
    return value("command");
  }

  /** As written: a scalar, a sequence, or unresolved. */
  public Optional<Located> entrypoint() {
    return value("entrypoint");
  }

  /** The command's words; those with unknown variables as they are written. */
  public List<String> commandWords() {
    return words(command());
  }

  /** The entrypoint's words; those with unknown variables as they are written. */
  public List<String> entrypointWords() {
    return words(entrypoint());
  }

  private static List<String> words(Optional<Located> command) {
    return command
        .map(
            value ->
                value.isSequence()
                    ? value.items().stream().map(Located::written).toList()
                    : Words.ofCommand(value.written()))
        .orElse(List.of());
  }

  public List<ComposePort> ports() {
    return items("ports").stream().flatMap(item -> ComposePort.of(item).stream()).toList();
  }

  /** Ports for other containers only, as written. */
  public List<Located> expose() {
    return items("expose");
  }

  /** Other services by {@code links}, {@code external_links} not among them. */
  public List<ComposeLink> links() {
    return items("links").stream().map(ComposeLink::of).toList();
  }

  public List<ComposeDependency> dependsOn() {
    return entries("depends_on").stream().map(ComposeDependency::of).toList();
  }

  /** The networks it is attached to; none written means {@code default}. */
  public List<ComposeAttachment> networks() {
    List<ComposeAttachment> written =
        entries("networks").stream().map(ComposeAttachment::of).toList();
    return written.isEmpty() && networkMode().isEmpty()
        ? List.of(new ComposeAttachment("default", List.of(), place))
        : written;
  }

  /** {@code host}, {@code service:x} and so on; {@code net} in old files. */
  public Optional<Located> networkMode() {
    return value("network_mode").or(() -> value("net"));
  }

  public List<ComposeMount> volumes() {
    return items("volumes").stream().flatMap(item -> ComposeMount.of(item).stream()).toList();
  }

  public Optional<Located> containerName() {
    return value("container_name");
  }

  public Optional<Located> hostname() {
    return value("hostname");
  }

  /**
   * What is written about the number of containers: {@code scale}, then {@code deploy.replicas}.
   * Two values that differ contradict each other; none means one container.
   */
  public List<Located> replicas() {
    List<Located> written = new ArrayList<>();
    value("scale").ifPresent(written::add);
    tree.get("deploy.replicas").filter(value -> !value.isNull()).ifPresent(written::add);
    return written;
  }

  /** Whether one container runs on each node, so that their number depends on the swarm. */
  public boolean isGlobal() {
    return deployMode().startsWith("global");
  }

  /** Whether it runs to completion by its deploy mode, and is no lasting member. */
  public boolean isJob() {
    return deployMode().endsWith("-job");
  }

  private String deployMode() {
    return tree.text("deploy.mode").orElse("");
  }

  public List<String> profiles() {
    return items("profiles").stream().map(Located::written).toList();
  }

  /** Whether it starts without choosing a profile by hand. */
  public boolean startsByDefault() {
    return profiles().isEmpty()
        || profiles().stream().anyMatch(activeProfiles::contains)
        || activeProfiles.contains("*");
  }

  /** Whether a health check is written and not switched off. */
  public boolean hasHealthcheck() {
    Optional<Located> check = tree.at("healthcheck").filter(Located::isMapping);
    boolean disabled =
        check.flatMap(c -> c.at("disable")).flatMap(Located::flag).orElse(false)
            || words(check.flatMap(c -> c.at("test"))).equals(List.of("NONE"));
    return check.isPresent() && !disabled;
  }

  private Optional<Located> value(String key) {
    return tree.at(key).filter(value -> !value.isNull());
  }

  private List<Located> items(String key) {
    return tree.at(key).map(Located::items).orElse(List.of());
  }

  private List<Located.Entry> entries(String key) {
    return tree.at(key).map(Located::entries).orElse(List.of());
  }

  private Map<String, Located> byName(String key) {
    Map<String, Located> values = new LinkedHashMap<>();
    entries(key).forEach(entry -> values.put(entry.key(), entry.value()));
    return Collections.unmodifiableMap(values);
  }
}
