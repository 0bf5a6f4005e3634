package godmode.simulate.witness;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.Copies;
import godmode.simulate.model.Copies.Action;
import godmode.simulate.model.Copies.World;
import java.util.List;
import java.util.Optional;

/** An item, its copies, and one member that is away. */
final class OnlyCopy {
  private static final int MEMBERS_MAX = 16;

  private OnlyCopy() {}

  /**
   * The scenario.
   *
   * @param item what is asked for: {@code an item of orders-db}
   */
  static Optional<Scenario<?, ?>> scenario(
      String item, Cluster cluster, int members, int copies, Design design) {
    if (members < 1 || members > MEMBERS_MAX || copies < 1 || copies > members) {
      return Optional.empty();
    }
    Copies model = new Copies(members, copies, 1);
    return Optional.of(
        new Scenario<>(
            model,
            Copies.ANSWERED,
            Copies.GOALS,
            new Story(
                model, item, Cast.nodes(cluster, members), Cast.clients(design, cluster).get(0))));
  }

  private record Story(Copies model, String item, List<String> nodes, String client)
      implements Telling<World, Action> {
    @Override
    public String claim() {
      return "A request for " + item + " is answered while one member is away.";
    }

    @Override
    public List<String> bounds() {
      return List.of(
          Cast.count(model.members(), "member", "members"),
          Cast.count(model.copies(), "copy", "copies"),
          "1 request",
          "1 member away for as long as the request waits");
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      return switch (a.act()) {
        case ASK -> new Counterexample.Step(client, "asks for " + item, nodes.get(0), "", fault);
        case ANSWER -> new Counterexample.Step(nodes.get(a.member()), "answers", client, "", fault);
        case STOP ->
            new Counterexample.Step(
                nodes.get(a.member()), "restarts, moves or is repaired", "", "", fault);
      };
    }

    @Override
    public String ending(World last, boolean stuck) {
      return Cast.first(client)
          + " waits for as long as "
          + Cast.set(nodes, last.down())
          + " is away.";
    }
  }
}
