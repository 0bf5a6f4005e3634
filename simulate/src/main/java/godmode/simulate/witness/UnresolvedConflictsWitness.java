package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Answers;
import godmode.core.fact.Attributes;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.ConflictingWrites;
import godmode.simulate.model.ConflictingWrites.Action;
import godmode.simulate.model.ConflictingWrites.Resolution;
import godmode.simulate.model.ConflictingWrites.World;
import java.util.List;
import java.util.Optional;

/** Two changes on two sides of a partition, of which the design does not say what becomes. */
@AutoService(Witness.class)
public final class UnresolvedConflictsWitness implements Witness {
  @Override
  public String rule() {
    return "unresolved-conflicts";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster store)
        || !store.type().keepsState()
        || !design.classification().isDistributed()
        || store.fact(Attributes.MEMBERS).value().filter(n -> n == 1).isPresent()
        || store.fact(Attributes.PARTITION).value().filter("serve"::equals).isEmpty()) {
      return Optional.empty();
    }
    return store
        .fact(Attributes.CONFLICTS)
        .value()
        .map(
            strategy -> {
              ConflictingWrites model =
                  new ConflictingWrites(
                      resolution(strategy), strategy.equals("cannot-happen") ? 1 : 2);
              return new Scenario<>(
                  model,
                  model.settles(),
                  ConflictingWrites.GOALS,
                  new Story(model, store, design, strategy));
            });
  }

  private static Resolution resolution(String strategy) {
    if (Answers.saysNothing(strategy) || strategy.equals("cannot-happen")) {
      return Resolution.UNSAID;
    }
    return strategy.equals("last-writer-wins") ? Resolution.LATER_WINS : Resolution.MERGE;
  }

  private record Story(ConflictingWrites model, Cluster store, Design design, String strategy)
      implements Telling<World, Action> {
    @Override
    public String claim() {
      return "When the sides of a partition meet again, the copies of "
          + store.id()
          + " are equal"
          + (model.resolution() == Resolution.LATER_WINS
              ? "."
              : ", and no change that a user was told is kept is gone.");
    }

    @Override
    public List<String> bounds() {
      return List.of(
          "2 copies of an item",
          "1 partition",
          model.sides() == 2
              ? "1 change on each side"
              : "1 change, on one side: the design says that conflicts cannot happen",
          "conflicts are resolved by " + strategy);
    }

    private String copy(int side) {
      return Cast.nodes(store, 2).get(side);
    }

    private String client(int side) {
      List<String> clients = Cast.clients(design, store);
      return clients.get(side % clients.size());
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      String other = copy(1 - a.side());
      return switch (a.act()) {
        case PARTITION ->
            step("the network", "parts " + copy(0) + " from " + copy(1), "", "", fault);
        case WRITE ->
            step(
                client(a.side()),
                "changes the item on " + copy(a.side()) + " and is told that it is kept",
                copy(a.side()),
                copy(a.side()) + " = change " + (a.side() + 1),
                fault);
        case HEAL -> step("the network", "heals", "", "", fault);
        case KEEP_BOTH_APART ->
            step(
                copy(0),
                "keeps its change, and " + copy(1) + " keeps the other",
                "",
                copy(0) + " = change 1, " + copy(1) + " = change 2",
                fault);
        case TAKE ->
            step(other, "takes what " + copy(a.side()) + " has", copy(a.side()), "", fault);
        case MERGE -> step(copy(0), "merges with " + copy(1), copy(1), "both changes", fault);
      };
    }

    private static Counterexample.Step step(
        String actor, String action, String target, String change, boolean fault) {
      return new Counterexample.Step(actor, action, target, change, fault);
    }

    @Override
    public String ending(World last, boolean stuck) {
      return last.first() == last.second()
          ? "One change is gone, and its user was told that it is kept."
          : "The copies stay different: what a user sees depends on the copy that answers.";
    }
  }
}
