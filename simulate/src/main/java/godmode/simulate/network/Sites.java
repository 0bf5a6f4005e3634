package godmode.simulate.network;

import java.util.List;

/**
 * Places, and how long a message takes from each to each, one way.
 *
 * @param latency by site of the sender and of the receiver
 */
public record Sites(List<String> names, List<List<Latency>> latency) {
  public Sites {
    names = List.copyOf(names);
    latency = latency.stream().map(List::copyOf).toList();
    int count = names.size();
    if (latency.size() != count || latency.stream().anyMatch(row -> row.size() != count)) {
      throw new IllegalArgumentException("latencies do not fit " + count + " sites");
    }
  }

  /** One place. */
  public static Sites one(Latency latency) {
    return new Sites(List.of("here"), List.of(List.of(latency)));
  }
}
