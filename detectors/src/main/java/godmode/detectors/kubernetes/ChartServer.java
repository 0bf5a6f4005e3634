package godmode.detectors.kubernetes;

import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.read.helm.AbsentChart;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that a chart of other people deploys, which is not in the repository: what it is, what
 * its Services are called, and how many members the repository's own values ask for.
 */
record ChartServer(AbsentChart chart, Technology technology) {
  /** Where well-known charts keep their numbers of members; those under one chart are summed. */
  private static final Map<String, List<String>> COUNTS =
      Map.ofEntries(
          Map.entry("cassandra", List.of("replicaCount")),
          Map.entry("consul", List.of("replicaCount")),
          Map.entry("etcd", List.of("replicaCount")),
          Map.entry("kafka", List.of("controller.replicaCount", "broker.replicaCount")),
          Map.entry("mariadb-galera", List.of("replicaCount")),
          Map.entry("memcached", List.of("replicaCount")),
          Map.entry("nats", List.of("replicaCount")),
          Map.entry("postgresql-ha", List.of("postgresql.replicaCount")),
          Map.entry("rabbitmq", List.of("replicaCount")),
          Map.entry("redis-cluster", List.of("cluster.nodes")),
          Map.entry("scylladb", List.of("replicaCount")),
          Map.entry("solr", List.of("replicaCount")),
          Map.entry("zookeeper", List.of("replicaCount")));

  /** What charts put behind their name for the Services of one server. */
  private static final List<String> SUFFIXES =
      List.of("-headless", "-hl", "-master", "-primary", "-client");

  /** Empty for charts the catalog has no technology for. */
  static Optional<ChartServer> of(AbsentChart chart, Technologies known) {
    return known
        .byId(chart.name())
        .or(() -> known.byImage("bitnami/" + chart.name()))
        .map(technology -> new ChartServer(chart, technology));
  }

  /** As nearly all charts name what they deploy: release and chart, unless one holds the other. */
  static String name(AbsentChart chart) {
    Optional<String> override = chart.value("fullnameOverride").flatMap(Located::text);
    String own = chart.value("nameOverride").flatMap(Located::text).orElse(chart.key());
    String both = chart.release().contains(own) ? chart.release() : chart.release() + "-" + own;
    return override.filter(text -> !text.isEmpty()).orElse(both);
  }

  /** Whether files address what a chart deploys by this name. */
  static boolean isCalled(AbsentChart chart, String host) {
    return host.equals(name(chart)) || otherNames(chart).contains(host);
  }

  static List<String> otherNames(AbsentChart chart) {
    return SUFFIXES.stream().map(suffix -> name(chart) + suffix).toList();
  }

  /** The number of members that the values ask for; empty where the chart's default decides. */
  Optional<Said<Integer>> members() {
    List<Said<Integer>> written = new ArrayList<>();
    int sum = 0;
    for (String path : COUNTS.getOrDefault(chart.name(), List.of())) {
      Optional<Located> value = chart.value(path);
      Optional<Long> number = value.flatMap(Located::number).filter(n -> n >= 0 && n <= 10_000);
      if (number.isPresent()) {
        sum += number.get().intValue();
        written.add(Said.stated(Attributes.MEMBERS, sum, value.orElseThrow().place()));
      } else if (path.equals(countPaths().get(0)) || value.isPresent()) {
        return Optional.empty();
      }
    }
    return written.isEmpty() || sum == 0
        ? Optional.empty()
        : Optional.of(Said.stated(Attributes.MEMBERS, sum, written.get(0).at()));
  }

  private List<String> countPaths() {
    return COUNTS.getOrDefault(chart.name(), List.of());
  }

  /** Why the number of members is not known. */
  String gap() {
    return countPaths().isEmpty()
        ? "chart " + chart.name() + " is not in the repository"
        : "chart "
            + chart.name()
            + " is not in the repository, and no values file sets "
            + chart.key()
            + "."
            + countPaths().get(0);
  }
}
