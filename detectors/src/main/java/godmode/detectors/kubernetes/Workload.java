package godmode.detectors.kubernetes;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.PodSpecs;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.Programs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object that runs containers.
 *
 * @param container the one the workload is for; never a sidecar, unless there is nothing else
 */
record Workload(KubernetesObject object, Located container) {
  private static final Pattern LOAD_GENERATOR =
      Pattern.compile(
          "(.*[-_])?(load-?gen(erator)?|load-?test(er|ing|s)?|user-sim(ulator)?|locust|k6|jmeter"
              + "|gatling|traffic-?gen(erator)?)([-_](master|worker|slave).*)?");

  /** Several servers of Consul; one alone is for development. */
  private static final Pattern EXPECTS_SERVERS =
      Pattern.compile("-bootstrap-expect[= ](?:[2-9]|\\d{2})");

  /** Empty for an object that runs nothing. */
  static Optional<Workload> of(KubernetesObject object) {
    List<Located> containers = PodSpecs.containers(object);
    List<Located> own =
        containers.stream()
            .filter(c -> !Sidecars.isSidecar(c.text("name").orElse(""), image(c)))
            .toList();
    List<Located> candidates = own.isEmpty() ? containers : own;
    return candidates.stream()
        .filter(c -> c.text("name").filter(object.name()::equals).isPresent())
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .map(container -> new Workload(object, container));
  }

  private static String image(Located container) {
    return container.text("image").orElse("");
  }

  String name() {
    return object.name();
  }

  String image() {
    return image(container);
  }

  /** What its image is known to run. */
  Optional<Technology> technology(Technologies known) {
    if (Sentinels.isSentinel(container, known)) {
      return Optional.empty(); // it watches servers, and is none
    }
    return known
        .byImage(image())
        .flatMap(technology -> known.byId(Programs.started(technology.id(), command())));
  }

  /**
   * What its image makes it. An agent of Consul that expects other servers is one of those that
   * keep the data and vote; other agents answer and ask.
   */
  Optional<ComponentType> type(Technologies known) {
    return technology(known)
        .map(
            technology ->
                technology.id().equals("consul") && EXPECTS_SERVERS.matcher(command()).find()
                    ? ComponentType.COORDINATION
                    : technology.type());
  }

  /** Whether losing a member can take data or a majority with it. */
  boolean keepsState(Technologies known) {
    return technology(known).filter(Technology::stateful).isPresent()
        && type(known).filter(ComponentType::keepsState).isPresent();
  }

  private String command() {
    return Stream.of("command", "args")
        .flatMap(field -> container.at(field).stream())
        .flatMap(words -> words.items().stream())
        .flatMap(word -> word.text().stream())
        .collect(Collectors.joining(" "));
  }

  /** Whether it runs to an end, or only makes load, and so is no part of the system itself. */
  boolean isJob() {
    boolean once = object.kind().equals("Job") || object.kind().equals("CronJob");
    return once || isLoadGenerator(name()) || isLoadGenerator(Images.baseName(image()));
  }

  private static boolean isLoadGenerator(String name) {
    return LOAD_GENERATOR.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a selector picks its pods; an empty selector picks none. */
  boolean isSelectedBy(Map<String, String> selector) {
    Map<String, String> labels =
        PodSpecs.labels(object).map(KubernetesObject::texts).orElse(new TreeMap<>());
    return !selector.isEmpty()
        && selector.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
  }
}
