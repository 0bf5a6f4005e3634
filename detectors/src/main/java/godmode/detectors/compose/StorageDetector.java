package godmode.detectors.compose;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.compose.ComposeMount;
import godmode.detectors.read.yaml.Located;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the data of a store outlives its container. A named volume does what a folder of the host
 * does where data is kept; configuration, scripts and scratch folders hold no data. Anonymous
 * volumes and volumes of other containers say nothing.
 */
@AutoService(Detector.class)
public final class StorageDetector implements Detector {
  /** Folders for scratch files and configuration, which no server keeps its data in. */
  private static final List<String> NOT_DATA =
      List.of(
          "/tmp",
          "/var/tmp",
          "/run",
          "/var/run",
          "/var/log",
          "/logs",
          "/etc",
          "/dev",
          "/docker-entrypoint-initdb.d",
          "/usr/local/etc",
          "/scripts",
          "/config");

  private static final Pattern DATA =
      Pattern.compile(
          ".*/(data|db|datalog|mysql|mariadb|postgresql|mongodb|rabbitmq|kafka|cassandra|redis"
              + "|zookeeper|etcd|etcd-data|elasticsearch|opensearch|mnesia|bitnami|storage)(/.*)?");

  @Override
  public String id() {
    return "compose-storage";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Project project : Project.of(units, known)) {
      for (Container container : project.containers()) {
        Identity identity = project.identity(container);
        Optional<Said<Boolean>> said =
            identity.isStateful() ? storage(container, identity) : Optional.empty();
        if (said.isPresent()) {
          project
              .speakers(id(), sink, container)
              .forEach(
                  out ->
                      out.stated(new AttributeSeen(container.name(), said.get()), said.get().at()));
        }
      }
    }
  }

  private static Optional<Said<Boolean>> storage(Container container, Identity identity) {
    boolean unclear = container.service().tree().at("volumes_from").isPresent();
    Optional<Place> scratch = Optional.empty();
    for (ComposeMount mount : container.service().volumes()) {
      if (!mayHoldData(mount.target())) {
        continue;
      }
      boolean data = DATA.matcher(mount.target()).matches();
      switch (mount.type()) {
        case "tmpfs" -> scratch = data ? Optional.of(mount.place()) : scratch;
        case "bind" -> {
          if (data) {
            return Optional.of(Said.stated(Attributes.PERSISTENT, true, mount.place()));
          }
          unclear = true;
        }
        case "volume" -> {
          if (!mount.source().isEmpty()) {
            return Optional.of(Said.stated(Attributes.PERSISTENT, true, mount.place()));
          }
          unclear = true;
        }
        default -> unclear = true;
      }
    }
    if (unclear) {
      return Optional.empty();
    }
    Place at = scratch.or(() -> scratchFolder(container)).orElse(container.at());
    return Optional.of(
        identity.directness() == Directness.STATED
            ? Said.stated(Attributes.PERSISTENT, false, at)
            : Said.inferred(Attributes.PERSISTENT, false, at));
  }

  /** Where data is put into memory on purpose. */
  private static Optional<Place> scratchFolder(Container container) {
    Optional<Located> tmpfs = container.service().tree().at("tmpfs");
    return tmpfs.stream()
        .flatMap(value -> value.isSequence() ? value.items().stream() : tmpfs.stream())
        .filter(value -> DATA.matcher(value.written().replaceFirst(":.*$", "")).matches())
        .map(Located::place)
        .findFirst();
  }

  private static boolean mayHoldData(String target) {
    String last = target.substring(target.lastIndexOf('/') + 1);
    boolean file =
        last.matches(
            ".*\\.(conf|cfg|cnf|properties|ya?ml|json|ini|toml|sql|sh|js|lua|xml|pem|crt"
                + "|key|jks|acl|txt)");
    return !file
        && NOT_DATA.stream().noneMatch(no -> target.equals(no) || target.startsWith(no + "/"));
  }
}
