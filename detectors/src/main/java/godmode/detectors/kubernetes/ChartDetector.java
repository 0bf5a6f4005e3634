package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.SameAs;
import godmode.core.evidence.Claim.Unreadable;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.helm.AbsentChart;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Charts of other people that a chart depends on deploy servers, too. */
@AutoService(Detector.class)
public final class ChartDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-charts";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<KubernetesObjects> all = units.of(KubernetesObjects.class);
    for (KubernetesObjects unit : all) {
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (AbsentChart chart : unit.absent()) {
        Optional<ChartServer> server = ChartServer.of(chart, known);
        if (server.isPresent()) {
          server(server.get(), isOnly(chart, all), out);
        } else if (!isLibrary(chart.name())) {
          out.stated(
              new Unreadable(
                  "chart "
                      + chart.name()
                      + " is not in the repository, so what it deploys is not known; put it beside,"
                      + " or commit what it renders to"),
              chart.at());
        }
      }
    }
  }

  /** Charts that hold named templates for others, and deploy nothing. */
  private static boolean isLibrary(String name) {
    return name.equals("common") || name.endsWith("-common") || name.matches(".*-?lib(rary)?");
  }

  /** Whether no other chart of the repository has one under the same key. */
  private static boolean isOnly(AbsentChart chart, List<KubernetesObjects> all) {
    Set<String> owners = new TreeSet<>();
    for (KubernetesObjects unit : all) {
      unit.absent().stream()
          .filter(other -> other.key().equals(chart.key()))
          .forEach(other -> owners.add(other.unit()));
    }
    return owners.size() == 1;
  }

  private static void server(ChartServer server, boolean only, EvidenceSink.Of out) {
    AbsentChart chart = server.chart();
    String name = ChartServer.name(chart);
    out.stated(
        new ComponentSeen(
            name,
            Optional.of(server.technology().type()),
            Optional.of(server.technology().id()),
            Presence.DEPLOYED),
        chart.at());
    ChartServer.otherNames(chart)
        .forEach(other -> out.inferred(new SameAs(name, other), chart.at()));
    if (!chart.key().equals(name)) {
      out.stated(
          only ? new SameAs(name, chart.key()) : new CalledAlso(name, chart.key()), chart.at());
    }
    Optional<Said<Integer>> members = server.members();
    if (members.isPresent()) {
      out.stated(new AttributeSeen(name, members.get()), members.get().at());
    } else {
      out.stated(new AttributeUnread(name, Attributes.MEMBERS, server.gap()), chart.at());
    }
  }
}
