package godmode.simulate.lab;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.kernel.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Many runs of one plan, each with a seed of its own. */
public final class Study {
  private static final long SCHEDULE_STREAM = -1;

  private static final Observer<Object> NOBODY = new Observer<>() {};

  private final Experiment experiment;
  private final Plan plan;
  private final Optional<FaultSchedule> given;

  /**
   * @param given faults of every run; drawn from the seed of each where there are none
   */
  public Study(Experiment experiment, Plan plan, Optional<FaultSchedule> given) {
    this.experiment = experiment;
    this.plan = plan;
    this.given = given;
  }

  /** Hears how far it is, and may end it. */
  @FunctionalInterface
  public interface Watch {
    /** Whether to stop after so many runs, of which so many went wrong. */
    boolean stops(int runs, int wrong);
  }

  /**
   * What came of it.
   *
   * @param runs how many there were
   * @param wrong how many of them violated something
   * @param first that did
   * @param measures of all runs
   */
  public record Result(
      int runs, int wrong, Optional<Trial> first, Map<Measure, Sample> measures, long events) {
    /** The values of a measure; none where nobody took any. */
    public Sample sample(Measure measure) {
      return measures.getOrDefault(measure, new Sample(new long[0]));
    }
  }

  /** The faults of a run. */
  public FaultSchedule schedule(long seed) {
    return given.orElseGet(
        () ->
            FaultSchedule.drawn(
                plan.faults(),
                new Setup(experiment.card(), plan).scene(),
                plan.duration(),
                new Chance(seed).split(SCHEDULE_STREAM)));
  }

  /** One run. */
  public Trial run(long seed, FaultSchedule schedule, Observer<Object> watcher) {
    return experiment.run(plan, schedule, seed, watcher);
  }

  /** One run with the faults of its seed. */
  public Trial run(long seed) {
    return run(seed, schedule(seed), NOBODY);
  }

  /** Runs with this seed and those after it. */
  public Result run(long seed, int runs, Watch watch) {
    Map<Measure, Values> measures = new TreeMap<>();
    Optional<Trial> first = Optional.empty();
    int wrong = 0;
    int done = 0;
    long events = 0;
    while (done < runs && !(done > 0 && watch.stops(done, wrong))) {
      Trial trial = run(seed + done);
      done++;
      events += trial.events();
      if (trial.isWrong()) {
        wrong++;
        first = first.isPresent() ? first : Optional.of(trial);
      }
      trial
          .measures()
          .forEach((measure, all) -> measures.computeIfAbsent(measure, m -> new Values()).add(all));
    }
    Map<Measure, Sample> samples = new TreeMap<>();
    measures.forEach((measure, values) -> samples.put(measure, values.sample()));
    return new Result(done, wrong, first, samples, events);
  }

  /** The fewest faults of a run with which it still violates the same property. */
  public Shrinking.Shrunk shrink(Trial trial, int runsMax) {
    String property = trial.violations().get(0).property();
    return Shrinking.of(
        trial.schedule(),
        fewer ->
            run(trial.seed(), fewer, NOBODY).violations().stream()
                .anyMatch(violation -> violation.property().equals(property)),
        runsMax);
  }

  /** Values without boxes. */
  private static final class Values {
    private long[] all = new long[64];
    private int size;

    void add(List<Long> more) {
      for (long value : more) {
        if (size == all.length) {
          all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = value;
      }
    }

    Sample sample() {
      return new Sample(Arrays.copyOf(all, size));
    }
  }

  /** The names of the properties that were violated. */
  public static List<String> violated(Trial trial) {
    List<String> names = new ArrayList<>();
    trial.violations().forEach(violation -> names.add(violation.property()));
    return names.stream().distinct().toList();
  }
}
