package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Property;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.model.TwoPhaseCommit;
import godmode.simulate.model.TwoPhaseCommit.Action;
import java.util.List;

/**
 * A transaction over several databases: it blocks where its coordinator stops, and never differs.
 */
@AutoService(NamedModel.class)
public final class TwoPhaseCommitModel implements NamedModel {
  @Override
  public String name() {
    return "two-phase-commit";
  }

  @Override
  public String about() {
    return "one transaction over several databases, and a coordinator";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    TwoPhaseCommit model =
        new TwoPhaseCommit(numbers.number("managers", 2), numbers.number("crashes", 1));
    boolean mayBlock = numbers.flag("may-block", false);
    int all = (1 << model.managers()) - 1;
    return new Scenario<>(
        model,
        mayBlock
            ? TwoPhaseCommit.ATOMIC
            : new Property<>(TwoPhaseCommit.ATOMIC.holds(), TwoPhaseCommit.NEVER_BLOCKED.waits()),
        TwoPhaseCommit.goals(all),
        new Tale<>(
            "No database commits what another aborts"
                + (mayBlock ? "." : ", and none that is prepared waits for ever."),
            List.of(
                "managers=" + model.managers(),
                "crashes=" + model.crashes(),
                "the coordinator does not come back",
                "messages in any order or never"),
            (before, action, after) -> told(action),
            (last, stuck) ->
                stuck
                    ? "Who is prepared waits, with its locks held, for a coordinator that is gone."
                        + " Nobody committed what another aborted."
                    : "One database committed and another aborted."));
  }

  private static Said told(Action action) {
    String manager = "database " + (action.manager() + 1);
    return switch (action.act()) {
      case PREPARE -> Said.to(manager, "prepares, and tells the coordinator", "the coordinator");
      case ABORT_ALONE -> Said.of(manager, "aborts by itself");
      case HEAR_PREPARED -> Said.of("the coordinator", "hears that " + manager + " is prepared");
      case DECIDE_COMMIT -> Said.of("the coordinator", "decides to commit");
      case DECIDE_ABORT -> Said.of("the coordinator", "decides to abort");
      case COMMIT -> Said.of(manager, "hears the decision and commits");
      case ABORT -> Said.of(manager, "hears the decision and aborts");
      case CRASH -> Said.of("the coordinator", "stops before it decides");
    };
  }
}
