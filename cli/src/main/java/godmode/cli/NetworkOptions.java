package godmode.cli;

import godmode.engine.lab.DesignNumbers;
import godmode.engine.lab.LabRequest;
import godmode.engine.lab.OptionsFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The network of a protocol: where servers are, and what happens to messages. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class NetworkOptions {
  @Option(
      names = "--sites",
      paramLabel = "NAME=N,...",
      description = "Servers at sites: eu=2,us=2,ap=1, instead of --nodes.")
  private Optional<String> sites = Optional.empty();

  @Option(
      names = "--matrix",
      paramLabel = "NAME|FILE",
      description = "Times between sites: aws-2022 (default), aws-2017, or a file.")
  private Optional<String> matrix = Optional.empty();

  @Option(
      names = "--round-trip",
      paramLabel = "TIME",
      description = "The time between any two sites and back, instead of a matrix.")
  private Optional<String> roundTrip = Optional.empty();

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description =
          "One way, within a site: 5ms, 30ms..40ms, exp:LEAST:MEAN or lognormal:MEDIAN:SIGMA"
              + " (default: 500us..1500us).")
  private Optional<String> latency = Optional.empty();

  @Option(
      names = "--jitter",
      paramLabel = "SHARE",
      description = "How far a message may be from half of the round trip (default: 5%%).")
  private Optional<String> jitter = Optional.empty();

  @Option(
      names = "--loss",
      paramLabel = "SHARE",
      description = "How many messages never arrive: 2%%.")
  private Optional<String> loss = Optional.empty();

  @Option(
      names = {"--duplication", "--duplicate"},
      paramLabel = "SHARE",
      description = "How many messages arrive twice.")
  private Optional<String> duplication = Optional.empty();

  @Option(
      names = {"--reordering", "--reorder"},
      paramLabel = "SHARE",
      description = "How many messages are overtaken: they take up to ten times as long.")
  private Optional<String> reordering = Optional.empty();

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "Clients, for protocols that have any (default: 3).")
  private Optional<String> clients = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long clients ask and faults strike in a run (default: 10s).")
  private Optional<String> duration = Optional.empty();

  @Option(
      names = "--fault-every",
      paramLabel = "TIME",
      description = "Mean time from one fault to the next (default: 1s).")
  private Optional<String> faultEvery = Optional.empty();

  @Option(
      names = "--fault-lasts",
      paramLabel = "TIME",
      description = "Mean time of a fault (default: 1s).")
  private Optional<String> faultLasts = Optional.empty();

  /** Whether any of them was given. */
  boolean isAsked() {
    return sites.isPresent() || matrix.isPresent() || roundTrip.isPresent() || !numbers().isEmpty();
  }

  /** Numbers of the run that stand here. */
  Map<String, String> numbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    latency.ifPresent(text -> numbers.put("latency", text));
    jitter.ifPresent(text -> numbers.put("jitter", text));
    loss.ifPresent(text -> numbers.put("loss", text));
    duplication.ifPresent(text -> numbers.put("duplication", text));
    reordering.ifPresent(text -> numbers.put("reordering", text));
    clients.ifPresent(text -> numbers.put("clients", text));
    duration.ifPresent(text -> numbers.put("duration", text));
    faultEvery.ifPresent(text -> numbers.put("fault-every", text));
    faultLasts.ifPresent(text -> numbers.put("fault-lasts", text));
    return numbers;
  }

  /** Servers and where they are: the command line, else a file of options, else a design. */
  LabRequest.Where where(
      Optional<Integer> nodes, Optional<OptionsFile> said, Optional<DesignNumbers> ofDesign) {
    Optional<String> asked =
        sites.or(() -> nodes.isPresent() ? Optional.empty() : said.flatMap(OptionsFile::sites));
    Optional<Integer> count =
        nodes.or(() -> asked.isPresent() ? Optional.empty() : said.flatMap(OptionsFile::nodes));
    Optional<DesignNumbers> design =
        ofDesign.filter(
            known -> asked.isEmpty() && (count.isEmpty() || count.equals(known.nodes())));
    return new LabRequest.Where(
        count.or(() -> design.flatMap(DesignNumbers::nodes)),
        design.map(DesignNumbers::names).orElse(List.of()),
        asked.or(() -> design.flatMap(DesignNumbers::sites)),
        matrix.or(() -> said.flatMap(OptionsFile::matrix)),
        roundTrip
            .or(() -> said.flatMap(OptionsFile::roundTrip))
            .or(() -> design.flatMap(DesignNumbers::roundTrip)),
        ofDesign.map(DesignNumbers::of));
  }

  /** Whether the command line or a file says how many servers there are. */
  boolean isCounted(Optional<Integer> nodes, Optional<OptionsFile> said) {
    return nodes.isPresent()
        || sites.isPresent()
        || said.flatMap(OptionsFile::nodes).isPresent()
        || said.flatMap(OptionsFile::sites).isPresent();
  }
}
