package godmode.detectors.kubernetes;

import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many nodes the groups of a resource make together, where one number does not say it: node
 * sets and pools of which only some hold data or vote.
 */
final class OperatorMembers {
  private static final Set<String> GROUPED =
      Set.of(
          "CrdbCluster",
          "Elasticsearch",
          "Kafka",
          "MongoDBCommunity",
          "PerconaPGCluster",
          "PerconaServerMongoDB",
          "PostgresCluster");

  private OperatorMembers() {}

  /** Whether the groups of this kind can be counted. */
  static boolean counts(KubernetesObject object) {
    return GROUPED.contains(object.kind());
  }

  /** Members, voters and arbiters, as far as every group has a plain number. */
  static List<Said<?>> of(KubernetesObject object, KubernetesObjects unit) {
    Located spec = object.root().at("spec").orElse(object.root());
    return switch (object.kind()) {
      case "Elasticsearch" -> elasticsearch(spec);
      case "Kafka" -> strimzi(object, unit);
      case "MongoDBCommunity" -> mongo(spec);
      case "PerconaServerMongoDB" -> percona(spec);
      case "CrdbCluster" -> list(sum(Attributes.MEMBERS, items(spec, "regions"), "nodes", 0));
      case "PerconaPGCluster", "PostgresCluster" ->
          list(sum(Attributes.MEMBERS, items(spec, "instances"), "replicas", 1));
      default -> List.of();
    };
  }

  /** Nodes have every role unless their configuration names some. */
  private static List<Said<?>> elasticsearch(Located spec) {
    List<Located> sets = items(spec, "nodeSets");
    Stream<Located> data = sets.stream().filter(set -> plays(set, role -> role.startsWith("data")));
    Stream<Located> masters = sets.stream().filter(set -> plays(set, "master"::equals));
    List<Said<?>> said = new ArrayList<>();
    sum(Attributes.MEMBERS, data.toList(), "count", -1).ifPresent(said::add);
    sum(Attributes.VOTERS, masters.toList(), "count", -1).ifPresent(said::add);
    return said;
  }

  private static boolean plays(Located set, Predicate<String> role) {
    Optional<Located> config = set.at("config");
    Optional<Located> roles =
        config.flatMap(c -> c.at("node.roles")).or(() -> config.flatMap(c -> c.get("node.roles")));
    return roles.isEmpty()
        || roles.get().items().stream().flatMap(item -> item.text().stream()).anyMatch(role);
  }

  private static List<Said<?>> strimzi(KubernetesObject kafka, KubernetesObjects unit) {
    List<Located> brokers = new ArrayList<>();
    List<Located> controllers = new ArrayList<>();
    for (KubernetesObject pool : pools(kafka, unit)) {
      Optional<Located> spec = pool.root().at("spec");
      if (spec.isEmpty()) {
        continue;
      }
      List<String> roles =
          items(spec.get(), "roles").stream().flatMap(role -> role.text().stream()).toList();
      if (roles.isEmpty() || roles.contains("broker")) {
        brokers.add(spec.get());
      }
      if (roles.contains("controller")) {
        controllers.add(spec.get());
      }
    }
    List<Said<?>> said = new ArrayList<>();
    sum(Attributes.MEMBERS, brokers, "replicas", -1).ifPresent(said::add);
    sum(Attributes.VOTERS, controllers, "replicas", -1).ifPresent(said::add);
    return said;
  }

  /**
   * The node pools of a cluster of Strimzi. A file that has the cluster and pools of it is a whole:
   * what other files beside it have under the same name are other examples of it.
   */
  static List<KubernetesObject> pools(KubernetesObject kafka, KubernetesObjects unit) {
    List<KubernetesObject> all =
        unit.objects().stream()
            .filter(other -> other.kind().equals("KafkaNodePool"))
            .filter(other -> kafka.name().equals(other.labels().get("strimzi.io/cluster")))
            .toList();
    List<KubernetesObject> beside =
        all.stream().filter(pool -> pool.at().file().equals(kafka.at().file())).toList();
    return beside.isEmpty() ? all : beside;
  }

  private static List<Said<?>> mongo(Located spec) {
    Optional<Located> members = spec.at("members");
    Optional<Integer> data = members.flatMap(OperatorMembers::number);
    if (data.isEmpty()) {
      return List.of();
    }
    List<Said<?>> said = new ArrayList<>();
    said.add(Said.stated(Attributes.MEMBERS, data.get(), members.get().place()));
    spec.at("arbiters").ifPresent(arbiters -> arbiters(arbiters, data.get(), said));
    return said;
  }

  private static void arbiters(Located written, int data, List<Said<?>> into) {
    number(written)
        .filter(arbiters -> arbiters > 0)
        .ifPresent(
            arbiters -> {
              into.add(Said.stated(Attributes.ARBITERS, arbiters, written.place()));
              into.add(Said.stated(Attributes.VOTERS, data + arbiters, written.place()));
            });
  }

  /** One replica set as a whole; of several each has members of its own. */
  private static List<Said<?>> percona(Located spec) {
    List<Located> sets = items(spec, "replsets");
    boolean sharded = spec.text("sharding.enabled").filter("true"::equals).isPresent();
    boolean elsewhere =
        spec.text("unmanaged").filter("true"::equals).isPresent()
            || sets.stream().anyMatch(set -> !items(set, "externalNodes").isEmpty());
    Optional<Located> size =
        sets.size() == 1 && !sharded && !elsewhere ? sets.get(0).at("size") : Optional.empty();
    Optional<Integer> data = size.flatMap(OperatorMembers::number);
    if (data.isEmpty()) {
      return List.of();
    }
    List<Said<?>> said = new ArrayList<>();
    said.add(Said.stated(Attributes.MEMBERS, data.get(), size.get().place()));
    if (sets.get(0).text("arbiter.enabled").filter("true"::equals).isPresent()) {
      sets.get(0).get("arbiter.size").ifPresent(written -> arbiters(written, data.get(), said));
    }
    return said;
  }

  /**
   * The sum of a field of several groups.
   *
   * @param standard what counts where a group leaves the field out; negative if nothing may
   */
  private static Optional<Said<Integer>> sum(
      Attribute<Integer> attribute, List<Located> groups, String field, int standard) {
    int sum = 0;
    Optional<Place> first = Optional.empty();
    for (Located group : groups) {
      Optional<Located> written = group.at(field);
      Optional<Integer> number =
          written.isEmpty() && standard > 0
              ? Optional.of(standard)
              : written.flatMap(OperatorMembers::number);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      sum += number.get();
      first = first.or(() -> written.map(Located::place)).or(() -> Optional.of(group.place()));
    }
    int total = sum;
    return first.map(at -> Said.stated(attribute, total, at));
  }

  private static List<Said<?>> list(Optional<Said<Integer>> said) {
    return said.<List<Said<?>>>map(List::of).orElse(List.of());
  }

  private static Optional<Integer> number(Located written) {
    return written.number().filter(n -> n >= 0 && n <= 10_000).map(Long::intValue);
  }

  private static List<Located> items(Located value, String field) {
    return value.at(field).map(Located::items).orElse(List.of());
  }
}
