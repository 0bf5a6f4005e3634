package godmode.simulate.fault;

import godmode.simulate.chance.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of a run, by their begin. */
public record FaultSchedule(List<Fault> faults) {
  /** Nothing goes wrong. */
  public static final FaultSchedule NONE = new FaultSchedule(List.of());

  public FaultSchedule {
    faults = faults.stream().sorted(Comparator.comparingLong(Fault::at)).toList();
  }

  /**
   * Draws one: faults follow each other at random until the horizon; crashes and partitions end by
   * then.
   */
  public static FaultSchedule drawn(FaultMix mix, Scene scene, long horizon, Chance chance) {
    List<FaultSource> sources = new ArrayList<>();
    List<FaultSource> fromStart = new ArrayList<>();
    mix.sources().stream()
        .filter(source -> source.fits(scene))
        .forEach(source -> (source.fromStart() ? fromStart : sources).add(source));
    List<Fault> faults = new ArrayList<>();
    long at = sources.isEmpty() ? horizon : (long) (mix.every() * chance.exponential());
    while (at < horizon) {
      long takes = Math.max(1, (long) (mix.lasts() * (0.2 + chance.exponential())));
      takes = Math.min(takes, horizon - at);
      FaultSource source = sources.get(chance.below(sources.size()));
      int node = chance.below(scene.servers());
      faults.add(source.drawing().draw(scene, node, at, takes, chance));
      at += 1 + (long) (mix.every() * chance.exponential());
    }
    for (FaultSource source : fromStart) {
      for (int node = 0; node < scene.servers(); node++) {
        faults.add(source.drawing().draw(scene, node, 0, mix.lasts(), chance));
      }
    }
    return new FaultSchedule(faults);
  }
}
