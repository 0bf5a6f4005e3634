package godmode.simulate.witness;

import godmode.core.catalog.ResourceUse;
import godmode.core.catalog.Technology;
import godmode.core.design.Guard;
import godmode.core.fact.Answers;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.Lease;
import godmode.simulate.model.Lease.Action;
import godmode.simulate.model.Lease.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Locks and leaderships with a time limit, as two replicas of their owner use them. */
final class LateHolders {
  private static final int HOLDERS = 2;

  private LateHolders() {}

  /** What travels with a write, and whether the store looks at it. */
  private record Fence(boolean tokens, boolean checked) {}

  /**
   * The scenario of a guard.
   *
   * @param what {@code lock} or {@code leadership}
   * @param slowClocks how many holders may have a slow clock
   */
  static Optional<Scenario<?, ?>> scenario(Guard guard, String what, int slowClocks) {
    return fence(guard)
        .map(
            fence -> {
              Lease model = new Lease(HOLDERS, fence.tokens, fence.checked, 1, slowClocks);
              return new Scenario<>(
                  model, Lease.EXCLUSIVE, Lease.GOALS, new Story(model, guard, what));
            });
  }

  /** Empty where the design does not say. */
  private static Optional<Fence> fence(Guard guard) {
    Optional<String> token = guard.fact(Attributes.FENCING_TOKEN).value();
    Optional<String> checkedBy = guard.fact(Attributes.TOKEN_CHECKED_BY).value();
    if (token.filter(Answers::saysNothing).isPresent()) {
      return Optional.of(new Fence(false, false));
    }
    if (checkedBy.filter(Answers::saysNothing).isPresent()) {
      return Optional.of(new Fence(true, false));
    }
    if (guard.fact(Attributes.FENCING_TOKEN) instanceof Fact.Unknown
        && guard.technology().filter(LateHolders::givesNone).isPresent()) {
      return Optional.of(new Fence(false, false));
    }
    return token.isPresent() && checkedBy.isPresent()
        ? Optional.of(new Fence(true, true))
        : Optional.empty();
  }

  private static boolean givesNone(Technology mechanism) {
    return mechanism
        .fencing()
        .filter(
            known -> known.token().startsWith("none") || known.usableByResource() == ResourceUse.NO)
        .isPresent();
  }

  private record Story(Lease model, Guard guard, String what) implements Telling<World, Action> {
    private List<String> holders() {
      return Cast.counted(guard.owner().isEmpty() ? "holder" : guard.owner(), model.holders());
    }

    private String service() {
      return guard.technology().map(Technology::id).orElse("the lock service");
    }

    private String store() {
      return guard
          .fact(Attributes.TOKEN_CHECKED_BY)
          .value()
          .filter(said -> !Answers.saysNothing(said))
          .orElse("the protected store");
    }

    @Override
    public String claim() {
      return "After a write of a later holder of "
          + guard.id()
          + ", none of an earlier holder is accepted.";
    }

    @Override
    public List<String> bounds() {
      List<String> bounds = new ArrayList<>();
      bounds.add(model.holders() + " holders");
      bounds.add("1 write each");
      bounds.add("each looks at its clock before it writes");
      bounds.add(Cast.count(model.pauses(), "pause", "pauses"));
      bounds.add(Cast.count(model.slowClocks(), "clock runs", "clocks run") + " too slowly");
      bounds.add(model.tokens() ? "a token with every write" : "no token");
      return List.copyOf(bounds);
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      String who = holders().get(a.who());
      int grant = after.all().get(a.who()).grant();
      boolean awake = before.all().get(a.who()).phase() == Lease.Phase.PAUSED;
      String token = model.tokens() ? " with token " + grant : "";
      return switch (a.act()) {
        case GRANT ->
            step(
                service(),
                "grants the " + what + " " + guard.id() + " to " + who,
                who,
                "grant " + grant + ": " + who,
                fault);
        case CHECK ->
            step(
                who, "sees by its clock that it still holds it, and begins a write", "", "", fault);
        case PAUSE -> step(who, "is paused, by garbage collection or the scheduler", "", "", fault);
        case SLOW_CLOCK -> step(who, "has a clock that runs too slowly", "", "", fault);
        case EXPIRE ->
            step(service(), "sees the time of " + who + " run out", "", "nobody holds it", fault);
        case WRITE ->
            step(
                who,
                (awake ? "wakes up and writes" : "writes") + token + "; " + store() + " accepts it",
                store(),
                "last write: grant " + grant,
                fault);
        case REFUSE -> step(who, "writes" + token + "; the store refuses it", store(), "", fault);
        case RELEASE -> step(who, "gives it back", service(), "nobody holds it", fault);
      };
    }

    private static Counterexample.Step step(
        String actor, String action, String target, String change, boolean fault) {
      return new Counterexample.Step(actor, action, target, change, fault);
    }

    @Override
    public String ending(World last, boolean stuck) {
      return "A write from before the hand-over has overwritten one from after it, and "
          + store()
          + (model.tokens() ? " did not compare the tokens." : " could not tell which was late.");
    }
  }
}
