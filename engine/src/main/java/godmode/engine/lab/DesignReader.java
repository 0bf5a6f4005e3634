package godmode.engine.lab;

import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Service;
import godmode.core.design.Subject;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.review.Review;
import godmode.engine.UserError;
import godmode.record.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Finds in a design who would run a protocol, and with which numbers. */
public final class DesignReader {
  private final Review review;
  private final String protocol;
  private final Optional<String> on;
  private final boolean isCounted;

  /**
   * @param on a cluster, a service or a lock, by name; empty for the only one that fits
   * @param isCounted whether somebody says how many nodes there are
   */
  public DesignReader(Review review, String protocol, Optional<String> on, boolean isCounted) {
    this.review = review;
    this.protocol = protocol;
    this.on = on;
    this.isCounted = isCounted;
  }

  /**
   * What the design says.
   *
   * @throws UserError if nobody fits, or several do
   */
  public DesignNumbers read() {
    Map<String, DesignNumbers> all = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (DesignNumbers one : candidates(design)) {
        all.merge(one.of(), one, (a, b) -> a.nodes().isPresent() ? a : b);
      }
    }
    Map<String, DesignNumbers> found = new LinkedHashMap<>(all);
    found.values().removeIf(one -> !on.map(one.of()::equals).orElse(one.nodes().orElse(1) > 1));
    if (found.isEmpty() && isCounted && on.isEmpty()) {
      found.putAll(all);
    }
    if (found.size() > 1) {
      throw new UserError(
          "several could run " + protocol + "; name one with --on: " + listed(found.keySet()));
    }
    DesignNumbers one = found.values().stream().findFirst().orElseThrow(() -> nobody(all.keySet()));
    if (one.nodes().isEmpty() && !isCounted) {
      throw new UserError(
          "how many "
              + nodes()
              + " '"
              + one.of()
              + "' has is not known in "
              + review.system()
              + "; give it with --nodes"
              + remedy());
    }
    return one.checked();
  }

  private String nodes() {
    return switch (protocol) {
      case "2pc" -> "databases";
      case "saga" -> "services to call";
      case "lock" -> "holders";
      default -> "members";
    };
  }

  private String remedy() {
    return List.of("2pc", "saga", "lock").contains(protocol)
        ? ""
        : ", or declare consensus.members in the design record";
  }

  private UserError nobody(Set<String> others) {
    String who =
        switch (protocol) {
          case "2pc" -> "no service of %s uses several databases";
          case "saga" -> "no service of %s calls several others";
          case "lock" -> "no lock of %s has an owner with several copies";
          default -> "no cluster of %s has a known number of members";
        };
    String what =
        on.map(name -> Wording.quote(name) + " is none of those in " + review.system())
            .orElse(who.formatted(review.system()));
    String rest = others.isEmpty() ? "" : "; there are " + listed(others);
    return new UserError(
        what
            + rest
            + (isCounted ? "; leave out --design" : "; give the number with --nodes" + remedy()));
  }

  private static String listed(Set<String> names) {
    List<String> sorted = new ArrayList<>(new TreeSet<>(names));
    int most = 12;
    return String.join(", ", sorted.subList(0, Math.min(most, sorted.size())))
        + (sorted.size() > most ? " and " + (sorted.size() - most) + " more" : "");
  }

  private List<DesignNumbers> candidates(Design design) {
    return switch (protocol) {
      case "2pc" -> parties(design, ConnectionKind.DATA, this::isDatabase);
      case "saga" -> parties(design, ConnectionKind.CALL, DesignReader::isService);
      case "lock" -> locks(design);
      default -> design.clusters().stream().map(cluster -> members(cluster, design)).toList();
    };
  }

  private boolean isDatabase(Design design, String id) {
    return design.cluster(id).filter(one -> one.type() == ComponentType.DATABASE).isPresent();
  }

  private static boolean isService(Design design, String id) {
    return design.services().stream().anyMatch(one -> one.id().equals(id));
  }

  /** Each service with those that it writes to or calls: it leads, and they take part. */
  private List<DesignNumbers> parties(
      Design design, ConnectionKind kind, BiPredicate<Design, String> fits) {
    List<DesignNumbers> all = new ArrayList<>();
    for (Service service : design.services()) {
      Set<String> names = new LinkedHashSet<>(List.of(service.id()));
      for (Link link : design.links()) {
        if (link.source().equals(service.id())
            && link.kind() == kind
            && fits.test(design, link.target())) {
          names.add(link.target());
        }
      }
      boolean several = names.size() > 2;
      if (several || on.isPresent()) {
        List<String> nodes = names.size() > 1 ? List.copyOf(names) : List.of();
        all.add(
            new DesignNumbers(service.id(), nodes, Map.of(), Optional.empty(), Optional.empty()));
      }
    }
    return all;
  }

  private List<DesignNumbers> locks(Design design) {
    List<DesignNumbers> all = new ArrayList<>();
    for (Guard guard : design.guards()) {
      if (guard.kind() != GuardKind.LOCK) {
        continue;
      }
      List<String> names = new ArrayList<>();
      copies(design, guard.owner())
          .filter(copies -> copies > 0)
          .ifPresent(
              copies -> {
                names.add("lock");
                names.add("store");
                names.addAll(numbered(guard.owner(), copies));
              });
      Map<String, String> with = new LinkedHashMap<>();
      known(guard, Attributes.LEASE_TIME).ifPresent(lease -> with.put("lease", millis(lease)));
      all.add(new DesignNumbers(guard.id(), names, with, Optional.empty(), Optional.empty()));
    }
    return all;
  }

  private static Optional<Integer> copies(Design design, String service) {
    return design.services().stream()
        .filter(one -> one.id().equals(service))
        .findFirst()
        .flatMap(one -> known(one, Attributes.MEMBERS));
  }

  private static List<String> numbered(String name, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(name + "-" + i);
    }
    return names;
  }

  private DesignNumbers members(Cluster cluster, Design design) {
    Optional<Integer> members =
        known(cluster, Attributes.VOTERS).or(() -> known(cluster, Attributes.MEMBERS));
    Optional<Integer> count =
        protocol.equals("quorum")
            ? known(cluster, Attributes.REPLICATION_FACTOR).or(() -> members)
            : members;
    List<String> names = count.map(n -> numbered(cluster.id(), n)).orElse(List.of());
    DesignSites sites = DesignSites.of(review, design, cluster);
    return new DesignNumbers(
        cluster.id(),
        names,
        ClusterTimes.with(protocol, cluster),
        sites.of(names.size()),
        sites.roundTrip());
  }

  static <T> Optional<T> known(Subject subject, Attribute<T> attribute) {
    return subject.fact(attribute).value();
  }

  static String millis(Duration time) {
    return time.toMillis() + "ms";
  }
}
