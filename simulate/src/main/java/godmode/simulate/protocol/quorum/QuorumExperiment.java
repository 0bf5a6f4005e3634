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
  private static final String DISJOINT = "disjoint-quorums";
  private static final String NO_REPAIR = "no-repair";
  private static final String NO_FLUSH = "no-flush";
  private static final Card CARD =
      new Card(
          "quorum",
          "a store without a leader: reads and writes ask some nodes",
          Others.CLIENTS,
          List.of(FRESH, CONVERGENCE, DURABLE),
          List.of(
              new Card.Mutant(DISJOINT, "reads and writes wait for one node"),
              new Card.Mutant(NO_REPAIR, "no read repair, no hints, and replicas compare nothing"),
              new Card.Mutant(NO_FLUSH, "a replica acknowledges before it has flushed")),
          List.of(
              Knob.count("read-quorum", 0),
              Knob.count("write-quorum", 0),
              Knob.count("items", 8),
              Knob.flag("read-repair", true),
              Knob.flag("hinted-handoff", true),
              Knob.time("anti-entropy-every", 500 * Plan.MILLI)),
          Card.allBut(FaultKind.WIPE));

  @Override
  public Card card() {
    return CARD;
  }

  private static QuorumOptions options(Setup setup) {
    boolean bare = setup.lacks(NO_REPAIR);
    return new QuorumOptions(
        setup.nodes(),
        quorum(setup, "read-quorum"),
        quorum(setup, "write-quorum"),
        setup.count("items"),
        !bare && setup.isOn("read-repair"),
        !bare && setup.isOn("hinted-handoff"),
        bare ? 0 : setup.number("anti-entropy-every"),
        !setup.lacks(NO_FLUSH));
  }

  private static int quorum(Setup setup, String name) {
    if (setup.lacks(DISJOINT)) {
      return 1;
    }
    int said = setup.count(name);
    return said == 0 ? setup.nodes() / 2 + 1 : said;
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
