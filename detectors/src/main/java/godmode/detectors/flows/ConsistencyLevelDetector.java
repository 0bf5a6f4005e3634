package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.SourceFile;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pairs the reads and the writes that a module makes of each table of Cassandra. */
@AutoService(Detector.class)
public final class ConsistencyLevelDetector implements Detector {
  /** Of the drivers since 2.1.10, 3.0 and 4.0. */
  private static final String DEFAULT = "LOCAL_ONE";

  private static final List<String> SETTINGS =
      List.of(
          "spring.cassandra.request.consistency",
          "spring.data.cassandra.request.consistency",
          "spring.data.cassandra.consistency-level");
  private static final List<String> KEYSPACES =
      List.of("spring.cassandra.keyspace-name", "spring.data.cassandra.keyspace-name");
  private static final Pattern CONF =
      Pattern.compile("(?m)^[^#/\\n]*(?<![\\w-])consistency\\s*[=:]\\s*\"?(\\w+)\"?");

  /** From the fewest copies to the most. */
  private static final List<String> ORDER =
      List.of(
          "ANY",
          "LOCAL_ONE",
          "ONE",
          "TWO",
          "LOCAL_QUORUM",
          "LOCAL_SERIAL",
          "THREE",
          "QUORUM",
          "SERIAL",
          "EACH_QUORUM",
          "ALL");

  @Override
  public String id() {
    return "java-consistency-levels";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    Map<String, List<JavaType>> modules = new TreeMap<>();
    for (JavaType type : tracer.program().types()) {
      if (CassandraCode.isOf(type)) {
        modules.computeIfAbsent(type.folder(), unused -> new ArrayList<>()).add(type);
      }
    }
    if (modules.isEmpty()) {
      return;
    }
    FlowSink flows = FlowSink.of(units, sink, id());
    Keyspaces keyspaces = new Keyspaces(units, tracer.program());
    Map<String, SpringConfiguration> settings = new HashMap<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
    CassandraCode any = new CassandraCode(tracer, Optional.empty());
    boolean elsewhere =
        modules.values().stream().flatMap(List::stream).anyMatch(any::decidesForOthers);
    for (String folder : modules.keySet()) {
      Optional<SpringConfiguration> configured = Optional.ofNullable(settings.get(folder));
      Optional<String> keyspace =
          configured.flatMap(
              found -> KEYSPACES.stream().flatMap(key -> found.text(key).stream()).findFirst());
      CassandraCode code =
          new CassandraCode(
              tracer,
              elsewhere ? Optional.empty() : usual(units, folder, tracer.program(), configured));
      Map<String, List<CqlStatement>> tables = new TreeMap<>();
      for (JavaType type : tracer.program().inModule(folder)) {
        for (CqlStatement statement : code.statements(type)) {
          tables.computeIfAbsent(statement.table(), unused -> new ArrayList<>()).add(statement);
        }
      }
      tables.values().forEach(of -> pair(folder, of, keyspaces.copies(keyspace), flows));
    }
  }

  /** The level of statements that name none; empty if several are configured. */
  private static Optional<String> usual(
      Units units, String folder, Program program, Optional<SpringConfiguration> settings) {
    for (JavaType type : program.inModule(folder)) {
      Optional<CassandraCode.Usual> set = CassandraCode.usual(type);
      if (set.isPresent()) {
        return Optional.of(set.get().level());
      }
    }
    for (String key : SETTINGS) {
      if (settings.flatMap(found -> found.get(key)).isPresent()) {
        return settings.flatMap(found -> found.text(key)).map(CassandraCode::named);
      }
    }
    String file = (folder.isEmpty() ? "" : folder + "/") + "src/main/resources/application.conf";
    List<String> written = new ArrayList<>();
    Matcher conf = CONF.matcher(units.snapshot().file(file).flatMap(SourceFile::text).orElse(""));
    while (conf.find()) {
      written.add(CassandraCode.named(conf.group(1)));
    }
    return written.size() > 1
        ? Optional.empty()
        : Optional.of(written.isEmpty() ? DEFAULT : written.get(0));
  }

  private static void pair(
      String folder,
      List<CqlStatement> statements,
      Optional<Keyspaces.Copies> copies,
      FlowSink flows) {
    Optional<CqlStatement> read = weakest(statements, false);
    Optional<CqlStatement> write = weakest(statements, true);
    if (read.isEmpty() || write.isEmpty()) {
      return;
    }
    String name = read.get().shown();
    List<Said<?>> facts = new ArrayList<>();
    read.get()
        .level()
        .ifPresent(l -> facts.add(Said.inferred(Attributes.READ_LEVEL, l, read.get().at())));
    write
        .get()
        .level()
        .ifPresent(l -> facts.add(Said.inferred(Attributes.WRITE_LEVEL, l, write.get().at())));
    copies
        .filter(of -> of.sites() == 1 || (isLocal(read.get()) && isLocal(write.get())))
        .ifPresent(
            of -> facts.add(Said.inferred(Attributes.REPLICATION_FACTOR, of.each(), of.at())));
    flows.flow(
        folder,
        name,
        FlowKind.LEVELLED_READ,
        List.of(
            new Step("a row of " + name + " is written", write.get().at()),
            new Step("a row of " + name + " is read", read.get().at())),
        facts);
  }

  /** Whether a statement counts the copies of one site only. */
  private static boolean isLocal(CqlStatement statement) {
    return statement.level().filter(level -> level.matches("LOCAL_.*|EACH_QUORUM")).isPresent();
  }

  /** One of unknown level comes first: it may be weaker than all others. */
  private static Optional<CqlStatement> weakest(List<CqlStatement> statements, boolean writes) {
    return statements.stream()
        .filter(statement -> statement.writes() == writes)
        .min(
            Comparator.comparingInt(statement -> statement.level().map(ORDER::indexOf).orElse(-1)));
  }
}
