package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;

/** How many containers a service of a Compose project runs; one, unless something else is said. */
@AutoService(Detector.class)
public final class MembersDetector implements Detector {
  @Override
  public String id() {
    return "compose-members";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        if (!project.identity(container).isJob()) {
          project.speakers(id(), sink, container).forEach(out -> members(container, out));
        }
      }
    }
  }

  private static void members(Container container, EvidenceSink.Of out) {
    List<Located> written = container.service().replicas();
    if (container.service().isGlobal()) {
      unread(
          container,
          "deploy.mode is global: one runs on each node of the swarm",
          at(container),
          out);
    } else if (written.isEmpty()) {
      say(container, 1, container.at(), out);
    } else {
      written.forEach(value -> members(container, value, out));
    }
  }

  private static Place at(Container container) {
    return container.service().tree().get("deploy.mode").map(Located::place).orElse(container.at());
  }

  private static void members(Container container, Located written, EvidenceSink.Of out) {
    Optional<Integer> number =
        written.number().filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue);
    if (number.isEmpty()) {
      String why =
          written.isUnresolved()
              ? written.reason()
              : "'" + written.written() + "' is no number of containers";
      unread(container, why, written.place(), out);
    } else if (number.get() == 0) {
      unread(
          container,
          "replicas is 0: it is switched off until something scales it",
          written.place(),
          out);
    } else if (number.get() > 1 && container.service().containerName().isPresent()) {
      // "Compose does not scale a service beyond one container if the Compose file specifies a
      // container_name" (Compose Specification, 05-services.md)
      unread(
          container,
          number.get()
              + " containers cannot share the container_name "
              + container.service().containerName().get().written()
              + ": Compose refuses this",
          written.place(),
          out);
    } else {
      say(container, number.get(), written.place(), out);
    }
  }

  private static void say(Container container, int members, Place at, EvidenceSink.Of out) {
    out.stated(
        new AttributeSeen(container.name(), Said.stated(Attributes.MEMBERS, members, at)), at);
  }

  private static void unread(Container container, String why, Place at, EvidenceSink.Of out) {
    out.stated(new AttributeUnread(container.name(), Attributes.MEMBERS, why), at);
  }
}
