package godmode.core.decide;

import godmode.core.design.Cluster;
import godmode.core.design.Link;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Experiments for what was detected: each with the command that does it, for people to run. Nothing
 * here is ever run by the program.
 */
public final class ChaosPlan {
  /** Experiments beyond this number are not drafted: a plan that nobody runs proves nothing. */
  private static final int EXPERIMENTS_MAX = 6;

  private final Situation it;
  private final Topology topology;

  public ChaosPlan(Situation it, Topology topology) {
    this.it = it;
    this.topology = topology;
  }

  /** What is done to the system. */
  public enum Fault {
    /** Members are cut off from each other, both ways. */
    PARTITION,
    /** One member hears the others, and they do not hear it. */
    ONE_WAY,
    KILL,
    DELAY,
    PAUSE,
    SKEW
  }

  /**
   * One experiment.
   *
   * @param name what is done to the system; without a comma, as lists of names have commas
   * @param part the deployed part of the target at which it is aimed
   * @param onCluster whether Kubernetes runs the target; else Compose does
   */
  public record Experiment(
      Fault fault,
      String name,
      String target,
      String part,
      boolean onCluster,
      String command,
      String duration,
      String observe,
      String mustHold) {}

  /** The experiments, what teaches most first. */
  public List<Experiment> experiments() {
    List<Experiment> plan = new ArrayList<>();
    List<Cluster> stores =
        it.clusters().stream()
            .filter(cluster -> cluster.type().keepsState())
            .sorted(Comparator.comparing(this::rank).thenComparing(Cluster::id))
            .toList();
    for (Cluster store : stores) {
      if (it.isReplicated(store) && plan.size() < 2) {
        plan.add(isolate(store));
      }
    }
    stores.stream().findFirst().ifPresent(store -> plan.add(stop(store)));
    slowLink().ifPresent(link -> plan.add(delay(link)));
    if (!it.guards(GuardKind.LEADER).isEmpty() || !it.guards(GuardKind.LOCK).isEmpty()) {
      holder().ifPresent(owner -> plan.add(pause(owner)));
    }
    if (it.text("clocks.synchronised").isPresent() || lastWriter()) {
      stores.stream()
          .filter(it::isReplicated)
          .filter(store -> onCluster(store.id()))
          .findFirst()
          .ifPresent(store -> plan.add(skew(store)));
    }
    stores.stream().filter(it::isReplicated).findFirst().ifPresent(s -> plan.add(oneWay(s)));
    return List.copyOf(plan.subList(0, Math.min(EXPERIMENTS_MAX, plan.size())));
  }

  /** Stores of the truth before what can be filled again. */
  private int rank(Cluster cluster) {
    int kind =
        switch (cluster.type()) {
          case DATABASE -> 0;
          case BROKER -> 1;
          case COORDINATION -> 2;
          default -> 3;
        };
    return it.usersOf(cluster.id()).isEmpty() ? kind + 4 : kind;
  }

  private boolean lastWriter() {
    return it.classes().stream()
        .anyMatch(
            data ->
                it.of(data, Attributes.CONFLICTS).filter("last-writer-wins"::equals).isPresent());
  }

  private Optional<String> holder() {
    return it.designs().stream()
        .flatMap(design -> design.guards().stream())
        .map(guard -> guard.owner())
        .filter(owner -> !owner.isEmpty())
        .findFirst();
  }

  private Optional<Link> slowLink() {
    return it.links().stream()
        .filter(link -> link.kind() == ConnectionKind.CALL || link.kind() == ConnectionKind.DATA)
        .filter(link -> type(link.source()) == ComponentType.SERVICE)
        .filter(link -> type(link.target()) != ComponentType.USER)
        .min(
            Comparator.comparing((Link link) -> link.kind() == ConnectionKind.CALL ? 0 : 1)
                .thenComparing(Link::id));
  }

  private ComponentType type(String id) {
    return topology.component(id).map(found -> found.type()).orElse(ComponentType.USER);
  }

  private boolean onCluster(String id) {
    return topology
        .component(id)
        .map(
            found ->
                found.platforms().values().stream()
                    .anyMatch(platforms -> platforms.contains(Platform.CLUSTER)))
        .orElse(false);
  }

  /** A deployed part of it: what a command can be aimed at. */
  private String part(String id) {
    return topology.component(id).flatMap(found -> found.members().stream().findFirst()).orElse(id);
  }

  /** A name inside a command: in quotes unless it is made of letters, digits and {@code ._-}. */
  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")
        ? name
        : "'" + name.replaceAll("\\p{Cntrl}", "").replace("'", "'\\''") + "'";
  }

  /** A name inside a manifest, or what Kubernetes would never call anything. */
  private static String label(String name) {
    return name.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?") ? name : "unnamed";
  }

  private String chaosMesh(String kind, String id, String seconds, String rest) {
    return String.format(
            Locale.ROOT,
            "kubectl apply -f - <<'EOF'%n"
                + "apiVersion: chaos-mesh.org/v1alpha1%n"
                + "kind: %s%n"
                + "metadata: {name: godmode-%s}%n"
                + "spec: {mode: one, selector: {labelSelectors: {app: %s}}, duration: %s, %s}%n"
                + "EOF",
            kind,
            label(id).toLowerCase(Locale.ROOT),
            label(id),
            seconds,
            rest)
        .replace("\r", "");
  }

  private String during(String data, String otherwise) {
    return switch (it.of(data, Attributes.PARTITION).orElse("")) {
      case "refuse" -> "no write that was confirmed is missing afterwards";
      case "serve" -> "both sides answer; afterwards all copies are equal";
      default -> otherwise;
    };
  }

  private Experiment isolate(Cluster store) {
    String part = part(store.id());
    return new Experiment(
        Fault.PARTITION,
        "isolate the leader of " + store.id() + " from its copies",
        store.id(),
        part(store.id()),
        onCluster(store.id()),
        onCluster(store.id())
            ? chaosMesh("NetworkChaos", store.id(), "60s", "action: partition, direction: both")
            : "docker network disconnect \"$(docker inspect -f '{{range $n, $_ :="
                + " .NetworkSettings.Networks}}{{$n}}{{end}}' "
                + quoted(part)
                + ")\" "
                + quoted(part),
        "60s",
        "writes that were confirmed, against what is there afterwards; time until a leader is back",
        during(store.dataClass(), "it says what it can no longer do"));
  }

  private Experiment oneWay(Cluster store) {
    return new Experiment(
        Fault.ONE_WAY,
        "let one member of " + store.id() + " hear the others and not be heard",
        store.id(),
        part(store.id()),
        onCluster(store.id()),
        onCluster(store.id())
            ? chaosMesh("NetworkChaos", store.id(), "60s", "action: partition, direction: to")
            : "docker run --rm --cap-add NET_ADMIN --network container:"
                + quoted(part(store.id()))
                + " nicolaka/netshoot tc qdisc add dev eth0 root netem loss 100%",
        "60s",
        "how often a leader is elected; whether the deaf side keeps its leader",
        during(store.dataClass(), "it says what it can no longer do"));
  }

  private Experiment stop(Cluster store) {
    String rto =
        it.text("data", store.dataClass(), "rto")
            .map(t -> "back within " + t)
            .orElse("it comes back");
    String users =
        it.usersOf(store.id()).isEmpty()
            ? "its clients"
            : String.join(
                ", ",
                it.usersOf(store.id()).subList(0, Math.min(3, it.usersOf(store.id()).size())));
    return new Experiment(
        Fault.KILL,
        "kill " + store.id() + " while clients write",
        store.id(),
        part(store.id()),
        onCluster(store.id()),
        onCluster(store.id())
            ? "kubectl delete pod -l app=" + label(store.id()) + " --grace-period=0 --force"
            : "docker compose kill "
                + quoted(part(store.id()))
                + "; sleep 60; docker compose start "
                + quoted(part(store.id())),
        "60s",
        "errors and queues in " + users + "; what was confirmed before",
        rto + ", and nothing that was confirmed is lost beyond the RPO");
  }

  private Experiment delay(Link link) {
    return new Experiment(
        Fault.DELAY,
        "delay " + link.target() + " by 500 ms ± 200 ms",
        link.target(),
        part(link.target()),
        onCluster(link.target()),
        onCluster(link.target())
            ? chaosMesh(
                "NetworkChaos",
                link.target(),
                "120s",
                "action: delay, delay: {latency: 500ms, jitter: 200ms}")
            : "pumba netem --duration 120s delay --time 500 --jitter 200 "
                + quoted(part(link.target())),
        "120s",
        "latency and open threads of " + link.source() + "; retries",
        link.source() + " answers within its timeout, and its other calls are not slower");
  }

  private Experiment pause(String owner) {
    return new Experiment(
        Fault.PAUSE,
        "pause " + owner + " for 40 s while it holds the lock",
        owner,
        part(owner),
        onCluster(owner),
        onCluster(owner)
            ? chaosMesh("PodChaos", owner, "40s", "action: pod-failure")
            : "docker compose pause "
                + quoted(part(owner))
                + "; sleep 40; docker compose unpause "
                + quoted(part(owner)),
        "40s",
        "who acts meanwhile, and what the late holder writes when it comes back",
        "a write of the late holder is refused or harmless");
  }

  /** Containers of one host share its clock, so only a cluster can do this. */
  private Experiment skew(Cluster store) {
    return new Experiment(
        Fault.SKEW,
        "set the clock of one member of " + store.id() + " 30 s ahead",
        store.id(),
        part(store.id()),
        onCluster(store.id()),
        chaosMesh("TimeChaos", store.id(), "120s", "timeOffset: 30s"),
        "120s",
        "which of two writes a second apart wins",
        "the later write wins, or both are kept");
  }
}
