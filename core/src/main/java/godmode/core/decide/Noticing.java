package godmode.core.decide;

import godmode.core.design.Flow;
import godmode.core.design.Link;
import godmode.core.design.Service;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.FlowKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How it is noticed, and after how long, that something is down which has no peers to tell. */
final class Noticing {
  /**
   * What a client of a host that is gone waits for without a time limit of its own: six
   * retransmissions of the first packet (Linux, tcp_syn_retries; man 7 tcp).
   */
  private static final String TCP = "after 127 s if its host is gone (Linux, tcp_syn_retries = 6)";

  private final Situation it;

  Noticing(Situation it) {
    this.it = it;
  }

  /** As clauses, what is sharpest first. */
  String of(Component component, boolean onCluster) {
    Optional<String> callers = callers(component);
    Optional<String> probe = probe(component, onCluster);
    String refused = "at the next call; " + TCP;
    if (probe.isPresent()) {
      return probe.get() + callers.map(said -> "; " + said).orElse("");
    }
    return callers.orElse(refused);
  }

  private Optional<String> probe(Component component, boolean onCluster) {
    List<Boolean> probes =
        it.designs().stream()
            .flatMap(design -> design.services().stream())
            .filter(service -> service.id().equals(component.id()))
            .map(Service::facts)
            .flatMap(facts -> facts.get(Attributes.READINESS_PROBE).value().stream())
            .distinct()
            .toList();
    if (!onCluster || probes.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        probes.get(0)
            ? "its readiness probe, after 30 s (3 x 10 s, where nothing else is set)"
            : "no readiness probe asks it");
  }

  /** After how long the clients of its callers give up, where the code shows it. */
  private Optional<String> callers(Component component) {
    TreeSet<String> waits = new TreeSet<>();
    if (component.type() != ComponentType.SERVICE) {
      return Optional.empty();
    }
    for (Link link : it.links()) {
      if (link.target().equals(component.id()) && link.kind() == ConnectionKind.CALL) {
        it.flows(FlowKind.REMOTE_CLIENT).stream()
            .filter(flow -> flow.owner().equals(link.source()))
            .flatMap(flow -> waits(flow).stream())
            .findFirst()
            .ifPresent(waits::add);
      }
    }
    return waits.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", waits));
  }

  private static Optional<String> waits(Flow flow) {
    Fact<String> timeout = flow.facts().get(Attributes.ANSWER_TIMEOUT);
    String at = flow.steps().get(0).at().toString();
    return timeout
        .value()
        .map(
            known ->
                known.equals("none")
                    ? "never by " + flow.owner() + ", which waits without a limit (" + at + ")"
                    : "by " + flow.owner() + " after " + known + " (" + at + ")");
  }
}
