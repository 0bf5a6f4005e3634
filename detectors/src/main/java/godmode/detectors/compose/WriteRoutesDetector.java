package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.servers.HaproxyConfiguration;
import godmode.detectors.read.servers.HaproxyConfiguration.Section;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By what HAProxy chooses among several servers of a store of which one takes writes: by asking
 * each for its role, or by whether it answers. A section whose name says that it is for reading, or
 * that has one server besides those in reserve, is left out.
 */
@AutoService(Detector.class)
public final class WriteRoutesDetector implements Detector {
  /** Of their members one takes writes. */
  private static final Set<String> ONE_PRIMARY =
      Set.of("postgresql", "patroni", "mysql", "redis", "valkey", "mongodb");

  @Override
  public String id() {
    return "compose-write-routes";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      ConfigurationFiles files = new ConfigurationFiles(project, units.snapshot());
      for (Container proxy : project.containers()) {
        if (!project.identity(proxy).runs("haproxy")) {
          continue;
        }
        for (SourceFile file : files.of(proxy)) {
          if (!file.name().toLowerCase(Locale.ROOT).matches(".*\\.(cfg|conf)")) {
            continue;
          }
          for (Section section : HaproxyConfiguration.read(file)) {
            if (isForWrites(section, project)) {
              say(proxy, section, project, sink);
            }
          }
        }
      }
    }
  }

  private void say(Container proxy, Section section, Project project, EvidenceSink sink) {
    Said<String> said =
        Said.stated(
            Attributes.WRITES_ROUTED_BY, section.asksForRole() ? "role" : "liveness", section.at());
    project
        .speakers(id(), sink, proxy)
        .forEach(out -> out.stated(new AttributeSeen(proxy.name(), said), said.at()));
  }

  private static boolean isForWrites(Section section, Project project) {
    boolean reads =
        section
            .name()
            .toLowerCase(Locale.ROOT)
            .matches(".*(read|(^|[-_])ro([-_]|$)|replica|slave|standby|secondary|stats).*");
    List<String> technologies =
        section.servers().stream()
            .flatMap(host -> project.named(host).stream())
            .distinct()
            .map(server -> project.technology(server).map(Technology::id).orElse(""))
            .toList();
    return !reads
        && technologies.size() > 1
        && technologies.size() == section.servers().size()
        && technologies.stream().distinct().count() == 1
        && ONE_PRIMARY.contains(technologies.get(0));
  }
}
