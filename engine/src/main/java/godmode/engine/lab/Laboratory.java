package godmode.engine.lab;

import godmode.core.laboratory.Distribution;
import godmode.core.laboratory.LabReport;
import godmode.core.laboratory.LabReport.Failure;
import godmode.core.laboratory.LabReport.Violated;
import godmode.core.laboratory.Timeline;
import godmode.engine.UserError;
import godmode.record.PlainTree;
import godmode.record.RecordFile;
import godmode.record.RecordProblem;
import godmode.record.Wording;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.FaultSource;
import godmode.simulate.fault.FaultText;
import godmode.simulate.fault.Scene;
import godmode.simulate.fault.Shrinking;
import godmode.simulate.lab.Experiment;
import godmode.simulate.lab.Experiments;
import godmode.simulate.lab.Measure;
import godmode.simulate.lab.Plan;
import godmode.simulate.lab.Recorder;
import godmode.simulate.lab.Sample;
import godmode.simulate.lab.Setup;
import godmode.simulate.lab.Study;
import godmode.simulate.lab.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a protocol under faults, many times, and reports. */
public final class Laboratory {
  /** Messages that a timeline shows. */
  private static final int MESSAGES_MAX = 60;

  private static final int SHRINKING_RUNS_MAX = 1_000;
  private static final int PARTS = 20;

  private final Experiment experiment;
  private final Plan plan;
  private final List<String> network;
  private final LabRequest request;
  private final Optional<FaultSchedule> given;

  private Laboratory(
      Experiment experiment,
      PlanReader.Read read,
      LabRequest request,
      Optional<FaultSchedule> given) {
    this.experiment = experiment;
    this.plan = read.plan();
    this.network = read.network();
    this.request = request;
    this.given = given;
  }

  /** Every protocol, and what it is, sorted by name. */
  public static Map<String, String> protocols() {
    Map<String, String> all = new LinkedHashMap<>();
    Experiments.onClassPath().forEach(one -> all.put(one.card().name(), one.card().about()));
    return all;
  }

  /** What can be left out of a protocol. */
  public static Map<String, String> mutants(String protocol) {
    return Experiments.named(protocol).map(one -> one.card().mutants()).orElse(Map.of());
  }

  /**
   * Makes ready.
   *
   * @param schedule a file with faults, instead of drawn ones
   * @throws UserError if what is asked for cannot be
   */
  public static Laboratory of(LabRequest request, Optional<Path> schedule) throws IOException {
    Experiment experiment =
        Experiments.named(request.protocol())
            .orElseThrow(
                () ->
                    new UserError(
                        "there is no protocol "
                            + Wording.quote(request.protocol())
                            + "; there are "
                            + String.join(", ", protocols().keySet())));
    PlanReader.Read read = new PlanReader(experiment.card(), request).read();
    Setup setup = new Setup(experiment.card(), read.plan());
    Optional<FaultSchedule> given = Optional.empty();
    if (schedule.isPresent()) {
      given =
          Optional.of(ScheduleFile.read(tree(schedule.get()), read.plan().names(), setup.scene()));
    }
    Laboratory lab = new Laboratory(experiment, read, request, given);
    lab.tryOnce();
    return lab;
  }

  static PlainTree tree(Path path) throws IOException {
    String name = path.toString();
    if (!Files.isRegularFile(path)) {
      throw new UserError(name + " is no file; name one that exists");
    }
    RecordFile file = RecordFile.read(path, name);
    PlainTree.Reading reading = PlainTree.read(name, file.text());
    List<RecordProblem> problems = new ArrayList<>(file.problems());
    problems.addAll(reading.problems());
    if (!problems.isEmpty()) {
      throw new UserError(problems.get(0).toString());
    }
    return reading
        .tree()
        .orElseThrow(() -> new UserError(name + " is empty; write what it should say"));
  }

  /** Finds out whether the numbers fit together, before anything is printed. */
  private void tryOnce() {
    try {
      experiment.run(
          plan.lasting(plan.clients(), 1),
          FaultSchedule.NONE,
          0,
          new Recorder(experiment, setup(), 0));
    } catch (IllegalArgumentException impossible) {
      throw new UserError(experiment.card().name() + ": " + impossible.getMessage());
    }
  }

  /** How many runs were asked for. */
  public int runs() {
    return request.runs();
  }

  /** Runs as often as asked, or until whoever watches stops it. */
  public LabReport report(Study.Watch watch) {
    Study study = new Study(experiment, plan, given);
    Study.Result result = study.run(request.seed(), request.runs(), watch);
    Optional<Failure> failure = Optional.empty();
    Trial shown = result.first().orElse(null);
    FaultSchedule faults = study.schedule(request.seed());
    long seed = request.seed();
    if (shown != null) {
      Shrinking.Shrunk shrunk = study.shrink(shown, SHRINKING_RUNS_MAX);
      failure = Optional.of(failure(shown, shrunk));
      faults = shrunk.schedule();
      seed = shown.seed();
    }
    return new LabReport(
        experiment.card().name(),
        experiment.card().about(),
        numbers(),
        experiment.card().properties(),
        plan.mutant().map(name -> experiment.card().mutants().getOrDefault(name, name)),
        request.seed(),
        request.runs(),
        result.runs(),
        result.wrong(),
        result.events(),
        failure,
        result.measures().entrySet().stream().map(Laboratory::distribution).toList(),
        command(seed),
        lines(faults),
        timeline(study, seed, faults));
  }

  private Setup setup() {
    return new Setup(experiment.card(), plan);
  }

  private Timeline timeline(Study study, long seed, FaultSchedule faults) {
    Recorder recorder = new Recorder(experiment, setup(), MESSAGES_MAX);
    Trial trial = study.run(seed, faults, recorder);
    return recorder.timeline(trial.violations());
  }

  private List<String> lines(FaultSchedule schedule) {
    return schedule.faults().stream().map(one -> FaultText.of(one, plan.names())).toList();
  }

  private Failure failure(Trial trial, Shrinking.Shrunk shrunk) {
    return new Failure(
        trial.seed(),
        trial.violations().stream()
            .map(one -> new Violated(one.property(), one.at(), one.what()))
            .toList(),
        trial.schedule().faults().size(),
        lines(shrunk.schedule()),
        shrunk.isFewest(),
        command(trial.seed()));
  }

  private String command(long seed) {
    LabRequest.Where where = request.where();
    StringBuilder command = new StringBuilder("godmode simulate ").append(experiment.card().name());
    where
        .sites()
        .ifPresentOrElse(
            sites -> command.append(" --sites ").append(sites),
            () -> command.append(" --nodes ").append(plan.nodes()));
    where.matrix().ifPresent(name -> command.append(" --matrix ").append(name));
    where.roundTrip().ifPresent(time -> command.append(" --round-trip ").append(time));
    command.append(" --seed ").append(seed).append(" --runs 1");
    if (!request.faults().isEmpty()) {
      command.append(" --faults ").append(String.join(",", request.faults()));
    }
    plan.mutant().ifPresent(name -> command.append(" --mutant ").append(name));
    request.with().forEach((k, v) -> command.append(" --with ").append(k).append('=').append(v));
    return command.toString();
  }

  private List<String> numbers() {
    List<String> all = new ArrayList<>();
    request.where().of().ifPresent(name -> all.add("design=" + name));
    all.add("nodes=" + plan.nodes());
    request.where().sites().ifPresent(sites -> all.add("sites=" + sites.replace(',', '+')));
    all.addAll(network);
    if (experiment.card().others().clients()) {
      all.add("clients=" + plan.clients());
    }
    all.add("duration=" + Quantity.text(plan.duration()));
    if (given.isPresent()) {
      all.add("faults=" + given.get().faults().size() + " of a schedule");
    } else if (!plan.faults().sources().isEmpty()) {
      Scene scene = setup().scene();
      all.add(
          "faults="
              + plan.faults().sources().stream()
                  .filter(source -> source.fits(scene))
                  .map(FaultSource::name)
                  .collect(Collectors.joining("+")));
    }
    experiment.chosen(setup()).forEach((name, value) -> all.add(name + "=" + value));
    request.with().forEach((name, value) -> all.add(name + "=" + value));
    return all.stream().distinct().toList();
  }

  private static Distribution distribution(Map.Entry<Measure, Sample> one) {
    Sample all = one.getValue();
    return new Distribution(
        one.getKey().name(),
        one.getKey().unit() == Measure.Unit.NANOSECONDS,
        all.size(),
        all.mean(),
        all.least(),
        all.quantile(100),
        all.quantile(500),
        all.quantile(900),
        all.quantile(990),
        all.most(),
        all.isSkewed(),
        Arrays.stream(all.histogram(PARTS)).boxed().toList());
  }
}
