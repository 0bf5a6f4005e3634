package godmode.simulate.lab;

import godmode.simulate.fault.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan as the protocol of a card reads it. */
public record Setup(Card card, Plan plan) {
  /** How many servers. */
  public int nodes() {
    return plan.nodes();
  }

  /** How many clients. */
  public int clients() {
    return plan.clients();
  }

  /** How long clients ask and faults strike, in nanoseconds. */
  public long duration() {
    return plan.duration();
  }

  /** Names of everybody: servers first. */
  public List<String> everybody() {
    List<String> all = new ArrayList<>(plan.names());
    all.addAll(card.others().named(plan.clients()));
    return all;
  }

  /** The name of a server, or of somebody else who takes part. */
  public String name(int node) {
    return everybody().get(node);
  }

  /** Where faults strike. */
  public Scene scene() {
    return new Scene(nodes(), plan.place().sites().names(), plan.sitesOf(everybody().size()));
  }

  /** Whether somebody gave this number. */
  public boolean says(String number) {
    return plan.numbers().containsKey(number);
  }

  /** A number of the protocol; times in nanoseconds. */
  public long number(String name) {
    return plan.number(name, card.knob(name).otherwise());
  }

  /** The same, and unless somebody gave it no less than so many round trips. */
  public long number(String name, int roundTrips) {
    long number = number(name);
    return says(name) ? number : Math.max(number, roundTrips * plan.place().roundTrip());
  }

  /** A number that counts. */
  public int count(String name) {
    return (int) number(name);
  }

  /** Yes or no. */
  public boolean isOn(String name) {
    return number(name) == 1;
  }

  /** The word of a choice. */
  public String word(String name) {
    return card.knob(name).choices().get(count(name));
  }

  /** Whether this is left out. */
  public boolean lacks(String mutant) {
    return plan.mutant().filter(mutant::equals).isPresent();
  }

  /** What is left out, as one of these: {@code no-flush} is {@code NO_FLUSH}. */
  public <E extends Enum<E>> Optional<E> lacking(Class<E> mutants) {
    return plan.mutant()
        .map(name -> Enum.valueOf(mutants, name.toUpperCase(Locale.ROOT).replace('-', '_')));
  }
}
