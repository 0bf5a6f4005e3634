package godmode.simulate.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part besides the servers. Faults strike none of them, and they reach every server.
 *
 * @param names of those that are always there: {@code lock}
 * @param clients whether clients come after them, as many as a plan says
 */
public record Others(List<String> names, boolean clients) {
  /** Clients, as many as a plan says. */
  public static final Others CLIENTS = new Others(List.of(), true);

  /** Nobody. */
  public static final Others NOBODY = new Others(List.of(), false);

  public Others {
    names = List.copyOf(names);
  }

  /** These and no clients. */
  public static Others only(String... names) {
    return new Others(List.of(names), false);
  }

  /** These and clients. */
  public static Others clientsAnd(String... names) {
    return new Others(List.of(names), true);
  }

  /** Their names, where there are so many clients. */
  public List<String> named(int count) {
    List<String> all = new ArrayList<>(names);
    for (int client = 1; clients && client <= count; client++) {
      all.add("c" + client);
    }
    return all;
  }
}
