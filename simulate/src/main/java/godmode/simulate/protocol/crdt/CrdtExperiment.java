package godmode.simulate.protocol.crdt;

import com.google.auto.service.AutoService;
import godmode.simulate.crdt.Workload;
import godmode.simulate.crdt.Workloads;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Ending;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replicas of a CRDT that are changed everywhere and send each other deltas. */
@AutoService(Experiment.class)
public final class CrdtExperiment implements Experiment {
  /** When everything has calmed down, all copies are equal. */
  public static final String CONVERGENCE = "convergence";

  /** What all copies show in the end follows from the changes: none is lost, none is undone. */
  public static final String MEANING = "every change counts";

  private static final String TYPE = "type";
  private static final String OTHERWISE = "or-set";
  private static final List<String> TYPES = List.copyOf(Workloads.all().keySet());
  private static final String SEND_ONCE = "send-once";
  private static final String OLD_IDENTITY = "old-identity";

  /** Types that tell changes by who made them, and whose end shows when two have one name. */
  private static final List<String> NAMED =
      List.of("g-counter", "lww-map", "or-map", "or-set", "pn-counter", "rga");

  private static final int CHANGES_MAX = 20_000;
  private static final int SENDS_MORE = 300;
  private static final long QUIET = 10 * Plan.SECOND;

  private static final Card CARD =
      new Card(
          "crdt",
          "replicas of a CRDT that change at once and send deltas",
          Others.only("users"),
          List.of(CONVERGENCE, MEANING),
          List.of(
              new Card.Mutant(
                  Workloads.NAIVE_MERGE, "a merge adds up what two copies of a counter say"),
              new Card.Mutant(
                  Workloads.WALL_CLOCK, "writes are stamped by clocks, one of which is ahead"),
              new Card.Mutant(Workloads.NO_TOMBSTONES, "a set forgets what was removed"),
              new Card.Mutant(SEND_ONCE, "a delta is sent once, whether or not it arrives"),
              new Card.Mutant(
                  OLD_IDENTITY, "a replica that has lost its disk goes on under its name")),
          List.of(
              Knob.choice(TYPE, TYPES, OTHERWISE),
              Knob.count("changes", 60),
              Knob.time("every", 100 * Plan.MILLI),
              Knob.count("fanout", 2),
              Knob.count("keeps", 100)),
          Card.allBut());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public String said(Object message) {
    if (message instanceof CrdtMessage.Deltas<?> deltas) {
      return "%s: %d changes, %d entries"
          .formatted(deltas.whole() ? "whole copy" : "deltas", deltas.changes(), deltas.entries());
    }
    return message instanceof CrdtMessage.Arrived<?> arrived ? "has all to " + arrived.until() : "";
  }

  @Override
  public Optional<String> told(Setup setup, Object before, Object after) {
    return before instanceof DeltaReplica.State<?> was
            && after instanceof DeltaReplica.State<?> is
            && was.made() < is.made()
        ? Optional.of("makes its change " + is.made())
        : Optional.empty();
  }

  @Override
  public Map<String, String> chosen(Setup setup) {
    return Map.of(TYPE, type(setup));
  }

  /** The type that was asked for, or else one that the mutant is of. */
  private static String type(Setup setup) {
    Optional<String> mutant = setup.plan().mutant();
    if (setup.says(TYPE) || mutant.isEmpty()) {
      return setup.word(TYPE);
    }
    List<String> fit = typesOf(mutant.get());
    return fit.contains(OTHERWISE) ? OTHERWISE : fit.get(0);
  }

  private static List<String> typesOf(String mutant) {
    if (mutant.equals(OLD_IDENTITY)) {
      return NAMED;
    }
    return mutant.equals(SEND_ONCE)
        ? TYPES
        : TYPES.stream().filter(type -> Workloads.mutants(type).containsKey(mutant)).toList();
  }

  private static Workload<?> workload(Setup setup) {
    String type = type(setup);
    String mutant = setup.plan().mutant().orElse(SEND_ONCE);
    if (!typesOf(mutant).contains(type)) {
      throw new IllegalArgumentException(
          "%s has no mutant %s; it is one of %s"
              .formatted(type, mutant, String.join(", ", typesOf(mutant))));
    }
    Workload<?> sound = Workloads.all().get(type);
    Workload<?> workload = Workloads.mutants(type).getOrDefault(mutant, sound);
    if (workload == null) {
      throw new IllegalStateException("no workload of " + type);
    }
    return workload;
  }

  private static <C> DeltaReplica<C> replica(Workload<C> workload, Setup setup) {
    int nodes = setup.nodes();
    long changes = setup.number("changes");
    long every = setup.number("every");
    int fanout = setup.count("fanout");
    if (nodes < 2) {
      throw new IllegalArgumentException("1 replica has no other to agree with; 2 at least");
    }
    if (every < 1 || fanout < 1 || fanout > nodes) {
      throw new IllegalArgumentException(
          "every is above 0, and fanout is from 1 to the number of nodes");
    }
    if (changes < 1 || changes * nodes > CHANGES_MAX) {
      throw new IllegalArgumentException(
          "%,d changes of each of %d replicas; 1 to %,d"
              .formatted(changes, nodes, CHANGES_MAX / nodes));
    }
    return new DeltaReplica<>(
        workload,
        nodes,
        every,
        fanout,
        setup.count("keeps"),
        !setup.lacks(SEND_ONCE),
        !setup.lacks(OLD_IDENTITY));
  }

  @Override
  public Course<?> course(Setup setup) {
    return course(workload(setup), setup);
  }

  private static <C> Course<CrdtMessage<C>> course(Workload<C> workload, Setup setup) {
    DeltaReplica<C> replica = replica(workload, setup);
    Growth<C> growth = new Growth<>(replica);
    int changes = setup.count("changes");
    long pause = Math.max(1, setup.duration() / changes);
    List<Protocol<?, CrdtMessage<C>>> nodes = new ArrayList<>();
    nodes.addAll(Course.equal(setup.nodes(), replica));
    nodes.add(new Users<>(setup.nodes(), changes, pause));
    return new Course<>(
        nodes,
        growth,
        setup.duration() + QUIET + SENDS_MORE * replica.every(),
        ending -> judge(growth, setup, ending));
  }

  private static <C> void judge(Growth<C> growth, Setup setup, Ending<CrdtMessage<C>> ending) {
    Map<Integer, DeltaReplica.State<?>> up = new TreeMap<>();
    ending.running(DeltaReplica.State.class).forEach(up::put);
    Optional<Map.Entry<Integer, DeltaReplica.State<?>>> other =
        up.entrySet().stream()
            .filter(one -> !growth.copy(one.getValue()).equals(growth.copy(first(up))))
            .findFirst();
    boolean agree = other.isEmpty() && up.size() == setup.nodes();
    growth.measure(setup.duration(), agree);
    if (agree) {
      growth.wrong(first(up)).ifPresent(what -> ending.violated(MEANING, what));
    }
    other.ifPresent(
        one ->
            ending.violated(
                CONVERGENCE,
                "%s and %s differ: %s and %s"
                    .formatted(
                        setup.name(up.keySet().iterator().next()),
                        setup.name(one.getKey()),
                        growth.shown(growth.copy(first(up))),
                        growth.shown(growth.copy(one.getValue())))));
  }

  private static DeltaReplica.State<?> first(Map<Integer, DeltaReplica.State<?>> up) {
    return up.values().iterator().next();
  }
}
