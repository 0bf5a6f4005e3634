package godmode.simulate.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Leaves out of a schedule what is not needed to go wrong: delta debugging (Zeller and Hildebrandt,
 * TSE 28(2), 2002), and then every smaller selection, fewest faults first, as long as the budget of
 * runs lasts. Delta debugging alone ends where no single fault can be left out, which need not be
 * the fewest.
 */
public final class Shrinking {
  private final Predicate<FaultSchedule> goesWrong;
  private final int runsMax;
  private int runs;

  private Shrinking(Predicate<FaultSchedule> goesWrong, int runsMax) {
    this.goesWrong = goesWrong;
    this.runsMax = runsMax;
  }

  /**
   * A part of a schedule that still goes wrong.
   *
   * @param isFewest no schedule of fewer of these faults goes wrong: all were tried
   * @param runs how many were tried
   */
  public record Shrunk(FaultSchedule schedule, boolean isFewest, int runs) {}

  /** Shrinks a schedule that goes wrong. */
  public static Shrunk of(FaultSchedule schedule, Predicate<FaultSchedule> goesWrong, int runsMax) {
    Shrinking search = new Shrinking(goesWrong, runsMax);
    List<Fault> small = search.delta(schedule.faults());
    List<Fault> fewest = search.breadthFirst(schedule.faults(), small);
    return new Shrunk(new FaultSchedule(fewest), search.runs < runsMax, search.runs);
  }

  private boolean wrong(List<Fault> faults) {
    if (runs >= runsMax) {
      return false;
    }
    runs++;
    return goesWrong.test(new FaultSchedule(faults));
  }

  private List<Fault> delta(List<Fault> all) {
    List<Fault> now = all;
    int parts = 2;
    while (now.size() > 1 && runs < runsMax) {
      List<Fault> smaller = withoutOne(now, Math.min(parts, now.size()));
      if (smaller.size() < now.size()) {
        parts = Math.max(2, Math.min(parts, now.size()) - 1);
        now = smaller;
      } else if (parts >= now.size()) {
        return now;
      } else {
        parts *= 2;
      }
    }
    return now;
  }

  /** The same without one of so many parts, or one part by itself; else the same. */
  private List<Fault> withoutOne(List<Fault> now, int parts) {
    for (int part = 0; part < parts; part++) {
      int from = now.size() * part / parts;
      int to = now.size() * (part + 1) / parts;
      List<Fault> alone = now.subList(from, to);
      if (parts == 2 && wrong(alone)) {
        return List.copyOf(alone);
      }
      List<Fault> rest = new ArrayList<>(now.subList(0, from));
      rest.addAll(now.subList(to, now.size()));
      if (wrong(rest)) {
        return rest;
      }
    }
    return now;
  }

  private List<Fault> breadthFirst(List<Fault> all, List<Fault> found) {
    for (int size = 0; size < found.size(); size++) {
      Optional<List<Fault>> fewer = chosen(all, 0, size, List.of());
      if (fewer.isPresent()) {
        return fewer.get();
      }
    }
    return found;
  }

  /** The first selection of so many more faults that goes wrong. */
  private Optional<List<Fault>> chosen(List<Fault> all, int from, int more, List<Fault> before) {
    if (more == 0) {
      return wrong(before) ? Optional.of(before) : Optional.empty();
    }
    for (int i = from; i + more <= all.size() && runs < runsMax; i++) {
      List<Fault> with = new ArrayList<>(before);
      with.add(all.get(i));
      Optional<List<Fault>> found = chosen(all, i + 1, more - 1, with);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
