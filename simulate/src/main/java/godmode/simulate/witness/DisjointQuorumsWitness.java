package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.QuorumRegister;
import godmode.simulate.model.QuorumRegister.Action;
import godmode.simulate.model.QuorumRegister.Reader;
import godmode.simulate.model.QuorumRegister.World;
import java.util.List;
import java.util.Optional;

/** A read that begins after a write was acknowledged, and shows what was there before. */
@AutoService(Witness.class)
public final class DisjointQuorumsWitness implements Witness {
  private static final int NODES_MAX = 8;

  @Override
  public String rule() {
    return "disjoint-quorums";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store) || mayBeOld(store)) {
      return Optional.empty();
    }
    Optional<Integer> n = Cast.copies(store);
    Optional<Integer> r = store.fact(Attributes.READ_QUORUM).value();
    Optional<Integer> w = store.fact(Attributes.WRITE_QUORUM).value();
    if (n.isEmpty() || r.isEmpty() || w.isEmpty() || !fit(n.get(), r.get(), w.get())) {
      return Optional.empty();
    }
    QuorumRegister model = new QuorumRegister(n.get(), r.get(), w.get(), 1, 1, false);
    return Optional.of(
        new Scenario<>(
            model, QuorumRegister.FRESH, QuorumRegister.GOALS, new Story(model, store, design)));
  }

  private static boolean mayBeOld(Cluster store) {
    return store.fact(Attributes.READS).value().filter(w -> !w.equals("latest")).isPresent();
  }

  private static boolean fit(int n, int r, int w) {
    return n >= 1 && n <= NODES_MAX && r >= 1 && w >= 1 && r <= n && w <= n;
  }

  private record Story(QuorumRegister model, Cluster store, Design design)
      implements Telling<World, Action> {
    @Override
    public String claim() {
      return "A read of "
          + store.id()
          + " that begins after a write was acknowledged shows that write.";
    }

    @Override
    public List<String> bounds() {
      return List.of(
          Cast.count(model.nodes(), "node keeps", "nodes keep") + " the item",
          "a write waits for " + model.write() + " of them",
          "a read waits for " + model.read(),
          "1 write",
          "1 read",
          "messages in any order or never",
          "no node fails");
    }

    private String writer() {
      return Cast.clients(design, store).get(0);
    }

    private String reader() {
      List<String> clients = Cast.clients(design, store);
      return clients.get(clients.size() - 1);
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      String node = a.node() < 0 ? store.id() : Cast.nodes(store, model.nodes()).get(a.node());
      return switch (a.act()) {
        case BEGIN_WRITE ->
            new Counterexample.Step(
                writer(),
                "writes v1 to an item of " + store.id() + " that is v0 everywhere",
                "",
                "",
                fault);
        case STORE ->
            new Counterexample.Step(
                node,
                after.acknowledged() > before.acknowledged()
                    ? "stores v1; "
                        + writer()
                        + " has its "
                        + answers(model.write())
                        + " and takes v1 for safe"
                    : "stores v1",
                writer(),
                node + " = v1",
                fault);
        case BEGIN_READ -> new Counterexample.Step(reader(), "reads the item", "", "", fault);
        case ANSWER, STORE_BACK -> answer(node, a, before, after, fault);
      };
    }

    private Counterexample.Step answer(
        String node, Action a, World before, World after, boolean fault) {
      Reader r = after.readers().get(a.by());
      String said = "answers v" + before.version(a.node());
      return new Counterexample.Step(
          node,
          r.shown() < 0
              ? said
              : said
                  + "; "
                  + reader()
                  + " has its "
                  + answers(model.read())
                  + " and shows v"
                  + r.shown(),
          reader(),
          "",
          fault);
    }

    private static String answers(int n) {
      return Cast.count(n, "answer", "answers");
    }

    @Override
    public String ending(World last, boolean stuck) {
      return Cast.first(reader())
          + " shows v0, although v1 was acknowledged before the read began.";
    }
  }
}
