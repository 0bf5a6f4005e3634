package godmode.simulate.named;

import com.google.auto.service.AutoService;
import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Tale;
import godmode.simulate.explore.Tale.Said;
import godmode.simulate.history.Guarantee;
import godmode.simulate.history.Recorded;
import godmode.simulate.model.ReplicaReads;
import godmode.simulate.model.ReplicaReads.Action;
import godmode.simulate.model.ReplicaReads.Reads;
import godmode.simulate.model.ReplicaReads.World;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What clients of asynchronous replicas may see, by where they read. */
@AutoService(NamedModel.class)
public final class ReplicaReadsModel implements NamedModel {
  @Override
  public String name() {
    return "replica-reads";
  }

  @Override
  public String about() {
    return "reads on replicas that follow; reads=token, guarantee=causal";
  }

  @Override
  public Scenario<?, ?> scenario(Numbers numbers) {
    int replicas = numbers.number("replicas", 2);
    Reads reads =
        Reads.valueOf(
            numbers
                .word("reads", List.of("any", "sticky", "token", "primary"))
                .toUpperCase(Locale.ROOT));
    Guarantee guarantee =
        Guarantee.valueOf(
            numbers
                .word(
                    "guarantee",
                    List.of("read-your-writes", "monotonic-reads", "causal", "linearizable"))
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
    // Who does not see what it wrote itself breaks causality, too; an answer without its question
    // tells more, where there is one.
    boolean other = guarantee == Guarantee.CAUSAL && reads == Reads.ANY;
    ReplicaReads model = new ReplicaReads(replicas, reads, numbers.flag("reads-back", !other));
    Recorded<World, Action> recorded =
        new Recorded<>(model, model::events, UnaryOperator.identity());
    return new Scenario<>(
        recorded,
        Recorded.keeps(guarantee),
        model.goals().stream()
            .map(
                goal ->
                    new Goal<Recorded.World<World>>(goal.name(), w -> goal.reached().test(w.now())))
            .toList(),
        new Tale<>(
            claim(guarantee),
            List.of(
                "1 primary and replicas=" + model.replicas() + " that follow it in order",
                "reads=" + model.reads().name().toLowerCase(Locale.ROOT),
                "client 1 writes a question" + (model.readsBack() ? " and reads it twice" : ""),
                "client 2 reads the question and writes an answer",
                "client 3 reads the answer and the question",
                "no node fails"),
            (before, action, after) -> told(model, action, before.now(), after.now()),
            (last, stuck) -> ending(guarantee, model)));
  }

  private static String claim(Guarantee guarantee) {
    return switch (guarantee) {
      case LINEARIZABLE -> "Every read shows what the last write before it wrote.";
      case CAUSAL -> "Whoever has seen a value sees all that its writer had seen.";
      case READ_YOUR_WRITES -> "A client reads what it has written.";
      case MONOTONIC_READS -> "A client reads no older value than it has read before.";
    };
  }

  private static String ending(Guarantee guarantee, ReplicaReads model) {
    return switch (guarantee) {
      case LINEARIZABLE -> "The read shows an old value, although a newer one was acknowledged.";
      case CAUSAL ->
          model.readsBack()
              ? "A client misses a value that comes before what it has seen or written."
              : "Client 3 sees an answer, and not the question that it answers.";
      case READ_YOUR_WRITES -> "The client does not see what it has written itself.";
      case MONOTONIC_READS -> "The client saw a value, and now it is gone again.";
    };
  }

  private static Said told(ReplicaReads model, Action action, World before, World after) {
    String client = "client " + (action.client() + 1);
    String copy = action.copy() == 0 ? "the primary" : "replica " + action.copy();
    return switch (action.act()) {
      case WRITE ->
          Said.to(
              client,
              "writes " + what(model, action, before) + ", and is told that it is safe",
              copy);
      case READ -> {
        int item = model.item(before, action.client());
        boolean there = after.value(action.copy(), item) > 0;
        yield Said.to(
            client,
            "reads "
                + what(model, action, before)
                + " on "
                + copy
                + (there ? ", and sees it" : ": it is not there"),
            copy);
      }
      case FOLLOW -> Said.to(copy, "takes one more entry of the log", "the primary");
    };
  }

  private static String what(ReplicaReads model, Action action, World before) {
    return model.item(before, action.client()) == 0 ? "the question" : "the answer";
  }
}
