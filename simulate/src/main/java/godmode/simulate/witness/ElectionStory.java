package godmode.simulate.witness;

import godmode.core.design.Cluster;
import godmode.core.review.Counterexample.Step;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.MajorityVoters;
import godmode.simulate.model.MajorityVoters.Action;
import godmode.simulate.model.MajorityVoters.World;
import java.util.List;
import java.util.function.Function;

/**
 * The words for an election on each side of a split.
 *
 * @param office what is elected: {@code leader}, {@code master}
 * @param wrong what is wrong in a last world, as a sentence
 */
record ElectionStory(
    MajorityVoters model,
    Cluster cluster,
    String office,
    String claim,
    Function<World, String> wrong)
    implements Telling<World, Action> {

  private List<String> nodes() {
    return Cast.nodes(cluster, model.voters());
  }

  @Override
  public List<String> bounds() {
    return List.of(
        Cast.count(model.voters(), "voter", "voters"),
        Cast.count(model.needed(), "vote makes a ", "votes make a ") + office,
        "every split in two sides",
        "one election",
        "no voter fails");
  }

  @Override
  public Step tell(World before, Action a, World after, boolean fault) {
    int all = (1 << model.voters()) - 1;
    if (a.act() == MajorityVoters.Act.SPLIT) {
      return new Step(
          "the network",
          "splits " + cluster.id() + " in two",
          "",
          Cast.set(nodes(), all & ~after.other()) + " | " + Cast.set(nodes(), after.other()),
          fault);
    }
    String who = nodes().get(a.who());
    int side = (after.other() & 1 << a.who()) == 0 ? all & ~after.other() : after.other();
    String candidate = nodes().get(Integer.numberOfTrailingZeros(side & ~after.down()));
    String votes =
        Integer.bitCount(after.voted() & side)
            + " of "
            + Cast.count(model.needed(), "vote", "votes");
    return switch (a.act()) {
      case FAIL -> new Step(who, "stops", "", "", fault);
      case STAND ->
          new Step(
              who, "stands for " + office + " and votes for itself", "", who + ": " + votes, fault);
      case VOTE ->
          new Step(who, "votes for " + candidate, candidate, candidate + ": " + votes, fault);
      case LEAD ->
          new Step(who, office.equals("leader") ? "leads" : "becomes " + office, "", "", fault);
      case SPLIT -> throw new IllegalStateException("told above");
    };
  }

  @Override
  public String ending(World last, boolean stuck) {
    return wrong.apply(last);
  }
}
