package godmode.simulate.lab;

import godmode.simulate.fault.FaultKind;
import godmode.simulate.network.Conditions;
import godmode.simulate.network.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is put under which faults. Times in nanoseconds.
 *
 * @param nodes servers, as many as there are names
 * @param names of the servers, for reports
 * @param siteOf the site of each server, as an index
 * @param betweenSites latencies, by site of sender and receiver
 * @param clients how many ask; each is at the site of a server, in turn
 * @param duration how long clients ask and faults strike; a quiet time follows
 * @param kinds faults that are drawn
 * @param faultEvery mean time from one fault to the next
 * @param faultLasts mean time of a fault
 * @param mutant what is missing, if anything
 * @param numbers of the protocol, by name
 */
public record Plan(
    int nodes,
    List<String> names,
    List<Integer> siteOf,
    List<List<Latency>> betweenSites,
    int loss,
    int duplication,
    int reordering,
    int clients,
    long duration,
    List<FaultKind> kinds,
    long faultEvery,
    long faultLasts,
    Optional<String> mutant,
    Map<String, Long> numbers) {
  /** One millisecond. */
  public static final long MILLI = 1_000_000;

  /** One second. */
  public static final long SECOND = 1_000 * MILLI;

  public Plan {
    names = List.copyOf(names);
    siteOf = List.copyOf(siteOf);
    betweenSites = betweenSites.stream().map(List::copyOf).toList();
    kinds = List.copyOf(kinds);
    numbers = Map.copyOf(numbers);
    if (nodes < 1 || names.size() != nodes || siteOf.size() != nodes) {
      throw new IllegalArgumentException(
          nodes + " nodes with " + names.size() + " names at " + siteOf.size() + " sites");
    }
  }

  /** So many servers at one site, a calm network, three clients, ten seconds. */
  public static Plan of(int nodes) {
    List<String> names = new ArrayList<>();
    List<Integer> sites = new ArrayList<>();
    for (int i = 1; i <= nodes; i++) {
      names.add("n" + i);
      sites.add(0);
    }
    return new Plan(
        nodes,
        names,
        sites,
        List.of(List.of(new Latency.Uniform(MILLI / 2, 3 * MILLI / 2))),
        0,
        0,
        0,
        3,
        10 * SECOND,
        List.of(),
        SECOND,
        SECOND,
        Optional.empty(),
        Map.of());
  }

  /** The same under faults. */
  public Plan under(List<FaultKind> newKinds, long every, long lasts) {
    return new Plan(
        nodes,
        names,
        siteOf,
        betweenSites,
        loss,
        duplication,
        reordering,
        clients,
        duration,
        newKinds,
        every,
        lasts,
        mutant,
        numbers);
  }

  /** The same with something missing. */
  public Plan lacking(String newMutant) {
    return new Plan(
        nodes,
        names,
        siteOf,
        betweenSites,
        loss,
        duplication,
        reordering,
        clients,
        duration,
        kinds,
        faultEvery,
        faultLasts,
        Optional.of(newMutant),
        numbers);
  }

  /** The same for so many clients and so long. */
  public Plan lasting(int newClients, long newDuration) {
    return new Plan(
        nodes,
        names,
        siteOf,
        betweenSites,
        loss,
        duplication,
        reordering,
        newClients,
        newDuration,
        kinds,
        faultEvery,
        faultLasts,
        mutant,
        numbers);
  }

  /** The same with a network that loses, doubles and reorders, in parts per million. */
  public Plan losing(int newLoss, int newDuplication, int newReordering) {
    return new Plan(
        nodes,
        names,
        siteOf,
        betweenSites,
        newLoss,
        newDuplication,
        newReordering,
        clients,
        duration,
        kinds,
        faultEvery,
        faultLasts,
        mutant,
        numbers);
  }

  /** The same with servers at sites. */
  public Plan across(List<Integer> newSiteOf, List<List<Latency>> newBetween) {
    return new Plan(
        nodes,
        names,
        newSiteOf,
        newBetween,
        loss,
        duplication,
        reordering,
        clients,
        duration,
        kinds,
        faultEvery,
        faultLasts,
        mutant,
        numbers);
  }

  /** The same with servers of these names. */
  public Plan named(List<String> newNames) {
    return new Plan(
        nodes,
        newNames,
        siteOf,
        betweenSites,
        loss,
        duplication,
        reordering,
        clients,
        duration,
        kinds,
        faultEvery,
        faultLasts,
        mutant,
        numbers);
  }

  /** The same with a number of the protocol. */
  public Plan with(String name, long number) {
    Map<String, Long> more = new TreeMap<>(numbers);
    more.put(name, number);
    return new Plan(
        nodes,
        names,
        siteOf,
        betweenSites,
        loss,
        duplication,
        reordering,
        clients,
        duration,
        kinds,
        faultEvery,
        faultLasts,
        mutant,
        more);
  }

  /** A number of the protocol. */
  public long number(String name, long otherwise) {
    return numbers.getOrDefault(name, otherwise);
  }

  /** The network between so many: servers first, the others at the site of a server, in turn. */
  public Conditions conditions(int everybody) {
    List<Integer> sites = new ArrayList<>();
    for (int node = 0; node < everybody; node++) {
      sites.add(siteOf.get(node % nodes));
    }
    return Conditions.between(sites, betweenSites).losing(loss, duplication, reordering);
  }
}
