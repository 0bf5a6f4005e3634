package godmode.simulate.witness;

import godmode.core.review.Counterexample;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.KafkaPartition;
import godmode.simulate.model.KafkaPartition.Action;
import godmode.simulate.model.KafkaPartition.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words for one partition of a topic.
 *
 * @param partition what it is a partition of: {@code topic orders}, or the broker
 * @param producer who sends
 * @param brokers the copies
 * @param assumed what no file says and the model had to take, as clauses
 */
record PartitionStory(
    KafkaPartition model,
    String claim,
    String partition,
    String producer,
    List<String> brokers,
    List<String> assumed)
    implements Telling<World, Action> {

  @Override
  public List<String> bounds() {
    List<String> bounds = new ArrayList<>();
    bounds.add(Cast.count(model.copies(), "copy", "copies") + " of the partition");
    if (model.acksAll()) {
      bounds.add("min.insync.replicas=" + model.min());
    }
    bounds.add("unclean election " + (model.unclean() ? "allowed" : "not allowed"));
    bounds.add("1 record with acks=" + (model.acksAll() ? "all" : "1"));
    bounds.add(model.lags() ? "a copy may lag" : "copies that run keep up");
    bounds.add(
        switch (model.stops()) {
          case 0 -> "no broker stops";
          case 1 -> "a broker stops once";
          default -> "brokers stop " + model.stops() + " times";
        });
    bounds.add(
        model.disks() == 0
            ? "no disk is lost"
            : Cast.count(model.disks(), "disk is", "disks are") + " lost for good");
    bounds.addAll(assumed);
    return List.copyOf(bounds);
  }

  @Override
  public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
    String broker = brokers.get(a.broker());
    String leader = after.leader() < 0 ? broker : brokers.get(after.leader());
    return switch (a.act()) {
      case SEND ->
          step(producer, "sends a record to a partition of " + partition, leader, "", fault);
      case APPEND -> step(broker, "appends it as leader", "", log(after, a.broker()), fault);
      case FETCH ->
          step(broker, "fetches it from the leader", leader, log(after, a.broker()), fault);
      case TRUNCATE ->
          step(broker, "cuts its log to the leader's", leader, log(after, a.broker()), fault);
      case SHRINK -> {
        boolean alive = (after.alive() & 1 << a.broker()) != 0;
        yield step(
            leader,
            "takes "
                + broker
                + (alive ? ", which lags," : ", which is away,")
                + " out of the copies in sync",
            "",
            inSync(after),
            fault);
      }
      case EXPAND -> step(leader, "takes " + broker + " back into sync", "", inSync(after), fault);
      case ACKNOWLEDGE ->
          step(
              broker,
              "tells "
                  + producer
                  + (model.acksAll()
                      ? " that the record is safe: every copy in sync has it"
                      : " that the record is safe, and waits for no copy"),
              producer,
              model.acksAll() ? inSync(after) : "",
              fault);
      case ELECT -> step(broker, "becomes leader", "", inSync(after), fault);
      case ELECT_UNCLEAN ->
          step(
              broker,
              "becomes leader, although it was not in sync",
              "",
              log(after, a.broker()),
              fault);
      case STOP -> step(broker, "stops", "", "", fault);
      case RETURN -> step(broker, "comes back", "", "", fault);
      case LOSE_DISK -> step(broker, "loses its disk for good", "", "", fault);
    };
  }

  private static Counterexample.Step step(
      String actor, String action, String target, String change, boolean fault) {
    return new Counterexample.Step(actor, action, target, change, fault);
  }

  private String log(World w, int broker) {
    String records =
        w.log(broker).stream().map(r -> "record " + r).collect(Collectors.joining(", "));
    return "log of " + brokers.get(broker) + ": " + (records.isEmpty() ? "empty" : records);
  }

  private String inSync(World w) {
    return "in sync: " + Cast.set(brokers, w.isr());
  }

  @Override
  public String ending(World last, boolean stuck) {
    if (stuck) {
      return Cast.first(producer)
          + " waits, and nothing can happen while this lasts: "
          + Cast.count(Integer.bitCount(last.isr() & last.alive()), "copy is", "copies are")
          + " in sync, and min.insync.replicas is "
          + model.min()
          + ".";
    }
    return last.leader() < 0
        ? "No disk holds the record that " + producer + " was told is safe."
        : brokers.get(last.leader())
            + " leads without the record that "
            + producer
            + " was told is safe, and the other copies cut their logs to match.";
  }
}
