package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds values that a replica gave, and writes that rest on them. */
@AutoService(Detector.class)
public final class ReplicaReadDetector implements Detector {
  private static final Set<String> SECONDARY = Set.of("secondary", "secondaryPreferred", "nearest");
  private static final Pattern SECONDARY_URI =
      Pattern.compile("(?i)[?&]readPreference=(secondary|secondaryPreferred|nearest)\\b");
  private static final Set<String> REPLICA =
      Set.of("REPLICA", "REPLICA_PREFERRED", "ANY_REPLICA", "SLAVE", "SLAVE_PREFERRED");

  @Override
  public String id() {
    return "java-replica-reads";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Set<String> secondary = secondary(units);
    for (JavaType type : tracer.program().types()) {
      boolean all = secondary.contains(type.folder());
      for (JavaType.Method method : type.methods()) {
        boolean here = method.hasBody() && method.body().any(ReplicaReadDetector::isReplica);
        boolean read =
            here || (all && Spring.transaction(tracer.program(), type, method).isEmpty());
        if (method.hasBody() && read) {
          Set<Code> asked = all ? asked(tracer, type, method) : Set.of();
          detect(tracer, type, method, asked, flows);
        }
      }
    }
  }

  /** The modules whose clients of MongoDB ask secondaries, unless a call says otherwise. */
  private static Set<String> secondary(Units units) {
    Set<String> found = new HashSet<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      SpringConfiguration settings = application.view(SpringApplication.Activation.NONE);
      for (String key : List.of("spring.data.mongodb.uri", "spring.mongodb.uri")) {
        if (settings.text(key).filter(uri -> SECONDARY_URI.matcher(uri).find()).isPresent()) {
          found.add(application.folder());
        }
      }
    }
    return found;
  }

  /** The reads of a method that repositories and templates of MongoDB make. */
  private static Set<Code> asked(Tracer tracer, JavaType type, JavaType.Method method) {
    Set<Code> found = new HashSet<>();
    for (Act act : tracer.acts(type, method)) {
      boolean reads =
          act.effect().filter(e -> e.is(Effect.Kind.DATABASE) && !e.writes()).isPresent();
      String on = act.receiver().map(Ref::simple).orElse("");
      boolean mongo =
          on.matches("Mongo(Template|Operations|Collection)")
              || act.receiver().flatMap(tracer.program()::resolve).stream()
                  .flatMap(store -> tracer.program().supertypeRefs(store).stream())
                  .anyMatch(above -> above.simple().equals("MongoRepository"));
      if (reads && mongo) {
        found.add(act.call());
      }
    }
    return found;
  }

  /** What says that a replica may answer. */
  private static boolean isReplica(Code code) {
    if (code.is(Code.Kind.CALL)) {
      boolean mongo =
          SECONDARY.contains(code.text()) && code.receiver().text().equals("ReadPreference");
      boolean dynamo =
          code.text().equals("consistentRead")
              && code.arguments().size() == 1
              && code.arguments().get(0).text().equals("false");
      return mongo || dynamo;
    }
    return code.is(Code.Kind.FIELD)
        && REPLICA.contains(code.text())
        && code.parts().get(0).text().equals("ReadFrom");
  }

  private static void detect(
      Tracer tracer, JavaType type, JavaType.Method method, Set<Code> asked, FlowSink flows) {
    List<Code> reads = new ArrayList<>();
    method
        .body()
        .walk(
            code -> {
              boolean read =
                  code.is(Code.Kind.LOCAL)
                      && code.parts().stream()
                          .anyMatch(part -> part.any(c -> isReplica(c) || asked.contains(c)));
              if (read) {
                reads.add(code);
              }
            });
    for (Code read : reads) {
      Optional<Act> write =
          tracer.acts(type, method).stream()
              .filter(act -> act.effect().filter(Effect::changesDatabase).isPresent())
              .filter(act -> rests(method.body(), act.call(), read.text()))
              .findFirst();
      if (write.isPresent()) {
        say(tracer, type, method, read, write.get(), flows);
        return;
      }
    }
  }

  /** Whether a write is given a value, or is only done if the value is such. */
  private static boolean rests(Code body, Code write, String variable) {
    return write.arguments().stream().anyMatch(given -> given.mentions(variable))
        || body.any(
            code ->
                code.is(Code.Kind.IF)
                    && code.parts().get(0).mentions(variable)
                    && code.parts().stream().skip(1).anyMatch(part -> part.any(write::equals)));
  }

  private static void say(
      Tracer tracer, JavaType type, JavaType.Method method, Code read, Act write, FlowSink flows) {
    String name = Tracer.name(type, method);
    boolean compared =
        write.call().arguments().stream()
                .anyMatch(
                    given ->
                        given.any(
                            code ->
                                code.is(Code.Kind.TEXT)
                                    && code.text()
                                        .matches("(?i).*(version|revision|attribute_).*")))
            || write.call().any(code -> code.calls("conditionExpression"));
    boolean versioned =
        write
            .receiver()
            .flatMap(tracer.program()::resolve)
            .flatMap(store -> Stores.entity(tracer.program(), store))
            .flatMap(tracer.program()::resolve)
            .filter(entity -> Versions.isVersioned(tracer.program(), entity))
            .isPresent();
    flows.flow(
        type,
        name,
        FlowKind.REPLICA_READ,
        List.of(
            new Step(name + " reads " + read.text() + " from a replica", read.at()),
            new Step(name + " writes because of it", write.call().at())),
        List.of(
            Said.inferred(Attributes.VALUE, read.text(), read.at()),
            Said.inferred(
                Attributes.CHECKED_BY,
                compared || versioned ? "a version" : "nothing",
                write.call().at())));
  }
}
