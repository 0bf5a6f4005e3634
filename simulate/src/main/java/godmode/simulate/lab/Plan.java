package godmode.simulate.lab;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.fault.FaultMix;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import godmode.simulate.network.Rates;
import godmode.simulate.network.Sites;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is put under which faults. Times in nanoseconds.
 *
 * @param clients how many ask; each is at the site of a server, in turn
 * @param duration how long clients ask and faults strike; a quiet time follows
 * @param faults that are drawn
 * @param mutant what is missing, if anything
 * @param numbers of the protocol, by name
 */
public record Plan(
    Place place,
    Rates rates,
    int clients,
    long duration,
    FaultMix faults,
    Optional<String> mutant,
    Map<String, Long> numbers) {
  /** One millisecond. */
  public static final long MILLI = 1_000_000;

  /** One second. */
  public static final long SECOND = 1_000 * MILLI;

  /** How long a message takes within a site unless somebody says otherwise. */
  public static final Latency NEAR = new Latency.Uniform(MILLI / 2, 3 * MILLI / 2);

  public Plan {
    numbers = Map.copyOf(numbers);
  }

  /** So many servers at one site, a calm network, three clients, ten seconds. */
  public static Plan of(int nodes) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= nodes; i++) {
      names.add("n" + i);
    }
    return new Plan(
        new Place(names, Collections.nCopies(nodes, 0), Sites.one(NEAR)),
        Rates.CALM,
        3,
        10 * SECOND,
        new FaultMix(List.of(), SECOND, SECOND),
        Optional.empty(),
        Map.of());
  }

  /** The same under faults of these kinds. */
  public Plan under(List<FaultKind> kinds, long every, long lasts) {
    return under(FaultMix.of(kinds, every, lasts));
  }

  /** The same under faults. */
  public Plan under(FaultMix mix) {
    return new Plan(place, rates, clients, duration, mix, mutant, numbers);
  }

  /** The same with something missing. */
  public Plan lacking(String newMutant) {
    return new Plan(place, rates, clients, duration, faults, Optional.of(newMutant), numbers);
  }

  /** The same for so many clients and so long. */
  public Plan lasting(int newClients, long newDuration) {
    return new Plan(place, rates, newClients, newDuration, faults, mutant, numbers);
  }

  /** The same with a network that loses, doubles and reorders, in parts per million. */
  public Plan losing(int loss, int duplication, int reordering) {
    return over(new Rates(loss, duplication, reordering, rates.inOrder()));
  }

  /** The same over another network. */
  public Plan over(Rates newRates) {
    return new Plan(place, newRates, clients, duration, faults, mutant, numbers);
  }

  /** The same servers at sites, by index. */
  public Plan across(List<Integer> siteOf, Sites sites) {
    return at(new Place(place.names(), siteOf, sites));
  }

  /** The same with other servers. */
  public Plan at(Place newPlace) {
    return new Plan(newPlace, rates, clients, duration, faults, mutant, numbers);
  }

  /** The same with a number of the protocol. */
  public Plan with(String name, long number) {
    Map<String, Long> more = new TreeMap<>(numbers);
    more.put(name, number);
    return new Plan(place, rates, clients, duration, faults, mutant, more);
  }

  /** How many servers. */
  public int nodes() {
    return place.names().size();
  }

  /** The servers, by name. */
  public List<String> names() {
    return place.names();
  }

  /** A number of the protocol. */
  public long number(String name, long otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }

  /** The network between so many: servers first, the others at the site of a server, in turn. */
  public Conditions conditions(int everybody) {
    Conditions calm =
        Conditions.between(sitesOf(everybody), place.sites().latency())
            .losing(rates.loss(), rates.duplication(), rates.reordering());
    return rates.inOrder() ? calm.ordered() : calm;
  }

  /** The site of each of so many. */
  List<Integer> sitesOf(int everybody) {
    List<Integer> sites = new ArrayList<>();
    for (int node = 0; node < everybody; node++) {
      sites.add(place.site(node));
    }
    return sites;
  }
}
