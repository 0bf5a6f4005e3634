package godmode.simulate.protocol.quorum;

import com.google.auto.service.AutoService;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.kernel.Protocol;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Checks;
import godmode.simulate.lab.Course;
import godmode.simulate.lab.Ending;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Measures;
import godmode.simulate.lab.Others;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store without a leader, with clients that read and write. */
@AutoService(Experiment.class)
public final class QuorumExperiment implements Experiment {
  /** No read returns what an acknowledged write had replaced before it began. */
  public static final String FRESH = "no stale read";

  /** When everything has calmed down, all replicas are equal. */
  public static final String CONVERGENCE = "convergence";

  /** An acknowledged write is only ever replaced by a later one. */
  public static final String DURABLE = "durability";

  private static final long QUIET = 20 * Plan.SECOND;
  private static final long THINKS = 20 * Plan.MILLI;
  private static final String LINEARIZABLE = "linearizable";
  private static final Card CARD =
      new Card(
          "quorum",
          "a store without a leader: reads and writes ask some nodes",
          Others.CLIENTS,
          List.of(FRESH, CONVERGENCE, DURABLE, Ending.LINEARIZABLE),
          List.of(
              new Card.Mutant("disjoint-quorums", "reads and writes wait for one node"),
              new Card.Mutant(
                  "no-repair", "no read repair, no hints, and replicas compare nothing"),
              new Card.Mutant("no-flush", "a replica acknowledges before it has flushed"),
              new Card.Mutant(
                  "no-write-back", "a read answers before enough nodes have what it found"),
              new Card.Mutant("hints-count", "a hint counts as an answer to a write"),
              new Card.Mutant(
                  "wall-clock", "a write is as late as the clock of its coordinator says")),
          List.of(
              Knob.count("read-quorum", 0),
              Knob.count("write-quorum", 0),
              Knob.count("items", 8),
              Knob.flag(LINEARIZABLE, false),
              Knob.flag("read-repair", true),
              Knob.flag("hinted-handoff", true),
              Knob.time("anti-entropy-every", 500 * Plan.MILLI)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  private static QuorumOptions options(Setup setup) {
    Optional<QuorumMutant> mutant = setup.lacking(QuorumMutant.class);
    boolean bare = mutant.equals(Optional.of(QuorumMutant.NO_REPAIR));
    boolean answersAtOnce = mutant.equals(Optional.of(QuorumMutant.NO_WRITE_BACK));
    return new QuorumOptions(
        setup.nodes(),
        quorum(setup, mutant, "read-quorum"),
        quorum(setup, mutant, "write-quorum"),
        setup.count("items"),
        !bare && setup.isOn("read-repair"),
        !bare && setup.isOn("hinted-handoff"),
        bare ? 0 : setup.number("anti-entropy-every"),
        !answersAtOnce && setup.isOn(LINEARIZABLE),
        mutant);
  }

  private static int quorum(Setup setup, Optional<QuorumMutant> mutant, String name) {
    if (mutant.equals(Optional.of(QuorumMutant.DISJOINT_QUORUMS))) {
      return 1;
    }
    int said = setup.count(name);
    return said == 0 ? setup.nodes() / 2 + 1 : said;
  }

  /** Linearizability is promised where reads hand back; a mutant that does not is to be seen. */
  private static boolean isLinearizable(Setup setup, QuorumOptions options) {
    return setup.isOn(LINEARIZABLE) || options.lacks(QuorumMutant.NO_WRITE_BACK);
  }

  private static final class Acknowledged extends Checks<QuorumMessage> {
    private final Map<Integer, Version> latest = new LinkedHashMap<>();

    @Override
    public void received(long now, int from, int to, QuorumMessage message) {
      if (message instanceof QuorumMessage.Done done) {
        latest.merge(done.item(), done.version(), Version::orLater);
      }
    }
  }

  @Override
  public Course<?> course(Setup setup) {
    QuorumOptions options = options(setup);
    List<Protocol<?, QuorumMessage>> nodes = new ArrayList<>();
    nodes.addAll(Course.equal(setup.nodes(), new Replica(options)));
    nodes.addAll(
        Course.equal(
            setup.clients(),
            new QuorumClient(
                setup.nodes(), options.items(), THINKS, 300 * Plan.MILLI, setup.duration())));
    Acknowledged acknowledged = new Acknowledged();
    return new Course<>(
        nodes,
        acknowledged,
        QUIET,
        ending -> {
          int stale = ending.measureClients();
          if (stale > 0) {
            ending.violated(FRESH, stale + " reads were stale");
          }
          Map<Integer, Replica.State> replicas = ending.states(Replica.State.class);
          apart(setup, replicas, ending);
          int lost = lost(replicas, acknowledged.latest);
          ending.measures().add(Measures.LOST, lost);
          if (lost > 0) {
            ending.violated(DURABLE, lost + " items are older everywhere than acknowledged");
          }
          if (isLinearizable(setup, options)) {
            ending.checkLinearizable();
          }
        });
  }

  private static void apart(
      Setup setup, Map<Integer, Replica.State> replicas, Ending<QuorumMessage> ending) {
    Replica.State first = replicas.values().iterator().next();
    replicas.entrySet().stream()
        .filter(one -> !first.versions().equals(one.getValue().versions()))
        .findFirst()
        .ifPresent(
            one ->
                ending.violated(
                    CONVERGENCE,
                    setup.name(0)
                        + " and "
                        + setup.name(one.getKey())
                        + " hold different versions"));
  }

  private static int lost(
      Map<Integer, Replica.State> replicas, Map<Integer, Version> acknowledged) {
    int lost = 0;
    for (Map.Entry<Integer, Version> one : acknowledged.entrySet()) {
      Version best = Version.NONE;
      for (Replica.State state : replicas.values()) {
        best = best.orLater(state.versions().getOrDefault(one.getKey(), Version.NONE));
      }
      lost += best.compareTo(one.getValue()) < 0 ? 1 : 0;
    }
    return lost;
  }
}
