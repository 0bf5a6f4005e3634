package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.List;
import java.util.regex.Pattern;

/** Finds readings of wall clocks that decide which of two writes wins, or which thing is which. */
@AutoService(Detector.class)
public final class ClockDetector implements Detector {
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?i)(set)?(id|version|revision|seq|sequence|sequenceNumber|epoch|fencingToken)");
  private static final Pattern STAMP =
      Pattern.compile(
          "(?i)(get)?(last_?modif|modifiedTs|modifiedTime|lastUpdated?(Time|Ts|At)?$|updatedAt).*");

  @Override
  public String id() {
    return "java-clocks";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (Sites.Site site : Sites.in(type, ClockDetector::isIdentity)) {
        say(
            flows,
            type,
            site,
            "the wall clock",
            "which " + Properties.written(site.code().text()) + " it gets");
      }
      for (JavaType.Method method : type.methods()) {
        Sites.in(type, code -> isRace(method, code)).stream()
            .filter(site -> site.method().equals(method) && turnsAway(site))
            .findFirst()
            .ifPresent(
                site ->
                    say(
                        flows,
                        type,
                        site,
                        "a wall clock of the writer",
                        "which of two writes is newer"));
      }
    }
  }

  /** {@code setVersion(System.currentTimeMillis())}. */
  private static boolean isIdentity(Code code) {
    return code.is(Code.Kind.CALL)
        && code.arguments().size() == 1
        && code.text().startsWith("set")
        && IDENTITY.matcher(code.text()).matches()
        && isClock(code.arguments().get(0));
  }

  private static boolean isClock(Code code) {
    return code.calls("currentTimeMillis")
        || (code.calls("toEpochMilli") && code.receiver().calls("now"))
        || (code.calls("getTime")
            && code.receiver().is(Code.Kind.NEW)
            && code.receiver().type().equals("Date"));
  }

  /** The stamp that a writer sends is compared with the one that is stored. */
  private static boolean isRace(JavaType.Method method, Code code) {
    if (!code.is(Code.Kind.BINARY) || !code.text().matches("[<>]=?")) {
      return false;
    }
    Code left = code.parts().get(0);
    Code right = code.parts().get(1);
    return (isSent(method, left) && isStored(right)) || (isSent(method, right) && isStored(left));
  }

  private static boolean isSent(JavaType.Method method, Code code) {
    return code.is(Code.Kind.NAME)
        && STAMP.matcher(code.text()).matches()
        && method.parameters().stream().anyMatch(p -> p.name().equals(code.text()));
  }

  private static boolean isStored(Code code) {
    return (code.is(Code.Kind.CALL)
            && !code.text().equals("lastModified")
            && STAMP.matcher(code.text()).matches())
        || (code.is(Code.Kind.FIELD) && STAMP.matcher(code.text()).matches());
  }

  /** Whether the method leaves, without writing, when the comparison says so. */
  private static boolean turnsAway(Sites.Site site) {
    return site.body()
        .any(
            code ->
                code.is(Code.Kind.IF)
                    && code.parts()
                        .get(1)
                        .any(part -> part.is(Code.Kind.RETURN) || part.is(Code.Kind.THROW))
                    && (code.parts().get(0).any(site.code()::equals)
                        || usesLocal(site, code.parts().get(0))));
  }

  private static boolean usesLocal(Sites.Site site, Code condition) {
    return site.body()
        .any(
            local ->
                local.is(Code.Kind.LOCAL)
                    && local.parts().contains(site.code())
                    && condition.mentions(local.text()));
  }

  private static void say(
      FlowSink flows, JavaType type, Sites.Site site, String clock, String decides) {
    Place at = site.code().at();
    flows.flow(
        type,
        site.name(),
        FlowKind.CLOCK_READING,
        List.of(new Step(site.name() + " reads a clock to decide " + decides, at)),
        List.of(
            Said.inferred(Attributes.CLOCK, clock, at),
            Said.inferred(Attributes.DECIDES, decides, at)));
  }
}
