package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.Claim.SameAs;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.modules.ModuleNames;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.yaml.Located;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Services of Compose projects are components; their images say what they are. */
@AutoService(Detector.class)
public final class ContainerDetector implements Detector {
  @Override
  public String id() {
    return "compose-services";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    ModuleNames modules = ModuleNames.of(Modules.of(units), units);
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        for (EvidenceSink.Of out : project.speakers(id(), sink, container)) {
          component(container, project.identity(container), out);
          names(container, project, out);
          module(container, project, modules, out);
        }
      }
    }
  }

  private static void component(Container container, Identity identity, EvidenceSink.Of out) {
    ComponentSeen seen =
        new ComponentSeen(
            container.name(),
            identity.type(),
            identity.technology().map(Technology::id),
            Presence.DEPLOYED);
    if (identity.directness() == Directness.INFERRED) {
      out.stated(
          new ComponentSeen(
              container.name(), Optional.empty(), Optional.empty(), Presence.DEPLOYED),
          container.at());
      identity.places().forEach(place -> out.inferred(seen, place));
    } else {
      Set<String> lines = new HashSet<>();
      Stream.concat(Stream.of(container.at()), identity.places().stream())
          .filter(place -> lines.add(place.toString()))
          .forEach(place -> out.stated(seen, place));
    }
    String image = container.image();
    boolean isVendors = identity.directness() == Directness.STATED && container.isPulled();
    if (isVendors && identity.technology().isPresent()) {
      Images.version(image)
          .map(version -> Said.stated(Attributes.VERSION, version, container.imageAt()))
          .ifPresent(said -> out.stated(new AttributeSeen(container.name(), said), said.at()));
    }
  }

  /** An image that is called as one of the repository's modules is made of it. */
  private static void module(
      Container container, Project project, ModuleNames modules, EvidenceSink.Of out) {
    boolean isVendors =
        project.technology(container).isPresent()
            && project.identity(container).directness() == Directness.STATED;
    if (container.service().build().isPresent() || isVendors) {
      return;
    }
    modules
        .owner(Images.baseName(container.image()))
        .ifPresent(module -> out.stated(new SameAs(container.name(), module), container.imageAt()));
  }

  private static void names(Container container, Project project, EvidenceSink.Of out) {
    String name = container.name();
    for (String other : project.otherNames(container)) {
      out.stated(new SameAs(name, other), container.at());
    }
    container
        .service()
        .build()
        .filter(build -> build.context().isScalar() && !build.context().written().contains(":"))
        .ifPresent(
            build -> {
              String folder = build.context().written();
              out.stated(
                  new SameAs(name, "path:" + (folder.isEmpty() ? "." : folder)),
                  build.context().place());
            });
    boolean own =
        project.technology(container).isEmpty()
            && !project.identity(container).isJob()
            && !container.image().contains("$");
    if (own && container.service().image().filter(Located::isScalar).isPresent()) {
      Stream.of(Images.repository(container.image()), Images.baseName(container.image()))
          .distinct()
          .filter(image -> !image.isEmpty() && !image.equals(name))
          .forEach(image -> out.stated(new CalledAlso(name, image), container.imageAt()));
    }
  }
}
