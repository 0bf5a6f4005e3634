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

/** Finds identities of clients that every copy of a service shares. */
@AutoService(Detector.class)
public final class ClientIdentityDetector implements Detector {
  private static final Pattern KEY = Pattern.compile("TRANSACTIONAL_ID_CONFIG|transactional\\.id");

  @Override
  public String id() {
    return "java-identities";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (Sites.Site site : Sites.in(type, ClientIdentityDetector::setsIdentity)) {
        Code value = site.code().arguments().get(1);
        boolean fixed = value.is(Code.Kind.TEXT) && value.parts().isEmpty();
        Place at = site.code().at();
        flows.flow(
            type,
            site.name(),
            FlowKind.CLIENT_IDENTITY,
            List.of(new Step(site.name() + " sets the transactional id", at)),
            List.of(
                Said.inferred(Attributes.IDENTITY, fixed ? value.text() : "one of its own", at)));
      }
    }
  }

  private static boolean setsIdentity(Code code) {
    return code.is(Code.Kind.CALL)
        && code.text().matches("put|setProperty")
        && code.arguments().size() == 2
        && KEY.matcher(code.arguments().get(0).text()).matches();
  }
}
