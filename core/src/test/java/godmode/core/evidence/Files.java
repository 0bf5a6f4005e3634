package godmode.core.evidence;

import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence as if detectors had read it from files; every claim stands on the next line. */
final class Files {
  /** A catalog of the technologies that the tests speak of. */
  static final TechnologyTypes TYPES =
      id ->
          Optional.ofNullable(
              Map.ofEntries(
                      Map.entry("kafka", ComponentType.BROKER),
                      Map.entry("rabbitmq", ComponentType.BROKER),
                      Map.entry("mysql", ComponentType.DATABASE),
                      Map.entry("mariadb", ComponentType.DATABASE),
                      Map.entry("postgresql", ComponentType.DATABASE),
                      Map.entry("mongodb", ComponentType.DATABASE),
                      Map.entry("redis", ComponentType.CACHE),
                      Map.entry("etcd", ComponentType.COORDINATION),
                      Map.entry("zuul", ComponentType.GATEWAY),
                      Map.entry("nginx", ComponentType.WEB_SERVER),
                      Map.entry("prometheus", ComponentType.METRICS),
                      Map.entry("spring-boot", ComponentType.SERVICE))
                  .get(id));

  private final List<Evidence> all = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  List<Evidence> evidence() {
    return List.copyOf(all);
  }

  Topology topology() {
    return new Assembler(TYPES).assemble(all);
  }

  Speaker compose(String file) {
    return new Speaker(file, new Evidence.Source(file, Platform.COMPOSE, Environment.DEFAULT));
  }

  Speaker compose(String file, Environment environment) {
    return new Speaker(file, new Evidence.Source(file, Platform.COMPOSE, environment));
  }

  Speaker manifests(String file) {
    return manifests(file, Environment.DEFAULT);
  }

  Speaker manifests(String file, Environment environment) {
    return new Speaker(file, new Evidence.Source(Folders.of(file), Platform.CLUSTER, environment));
  }

  Speaker application(String file) {
    return application(file, Environment.DEFAULT);
  }

  Speaker application(String file, Environment environment) {
    return new Speaker(file, new Evidence.Source(file, Platform.APPLICATION, environment));
  }

  /** One file of one unit. */
  final class Speaker {
    private final String file;
    private final Evidence.Source source;

    private Speaker(String file, Evidence.Source source) {
      this.file = file;
      this.source = source;
    }

    private Place next() {
      return new Place(file, lines.merge(file, 1, Integer::sum), 1);
    }

    Speaker states(Claim claim) {
      all.add(new Evidence(claim, next(), "test", Directness.STATED, source));
      return this;
    }

    Speaker infers(Claim claim) {
      all.add(new Evidence(claim, next(), "test", Directness.INFERRED, source));
      return this;
    }

    Speaker deploys(String name) {
      return states(seen(name, Optional.empty(), Optional.empty(), Presence.DEPLOYED));
    }

    Speaker deploys(String name, String technology) {
      return states(seen(name, Optional.empty(), Optional.of(technology), Presence.DEPLOYED));
    }

    Speaker deploys(String name, ComponentType type) {
      return states(seen(name, Optional.of(type), Optional.empty(), Presence.DEPLOYED));
    }

    Speaker builds(String name, String technology) {
      return states(seen(name, Optional.empty(), Optional.of(technology), Presence.BUILT));
    }

    Speaker is(String name, String other) {
      return states(new Claim.SameAs(name, other));
    }

    <T> Speaker says(String component, Attribute<T> attribute, T value) {
      Place at = next();
      Claim claim = new Claim.AttributeSeen(component, Said.stated(attribute, value, at));
      all.add(new Evidence(claim, at, "test", Directness.STATED, source));
      return this;
    }

    Speaker members(String component, int members) {
      return says(component, Attributes.MEMBERS, members);
    }

    Speaker connects(
        String from, String to, ConnectionKind kind, String protocol, Said<?>... properties) {
      return states(new Claim.ConnectionSeen(from, to, kind, protocol, List.of(properties)));
    }

    Speaker uses(String from, String to, String protocol, String database) {
      Place at = next();
      return connects(
          from, to, ConnectionKind.DATA, protocol, Said.stated(Attributes.DATABASE, database, at));
    }

    Speaker publishes(String name) {
      return connects("actor:user", name, ConnectionKind.USER, "http");
    }
  }

  static Claim seen(
      String name, Optional<ComponentType> type, Optional<String> technology, Presence presence) {
    return new Claim.ComponentSeen(name, type, technology, presence);
  }
}
