package godmode.detectors.compose;

import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.Reading;
import godmode.detectors.settings.ServerSettings;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members of one cluster, as one service shows them: by a list of members, by the peer that it
 * joins or copies, or by a name or coordinator that all members share.
 *
 * @param members at least two, in the order of the list
 */
record Membership(List<Container> members, Place at) {
  /** Settings that name other members. */
  private static final Pattern NAMES_PEERS =
      Pattern.compile(
          "(?i).*(replicaof|slaveof|join|route|seed|peer|cluster|master|primary|nodes|hosts|servers"
              + "|defaultzone|initial).*");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?");
  private static final Pattern CREATE = Pattern.compile("(?s)--cluster\\s+create\\s+(.*)");

  Membership {
    members = List.copyOf(members);
  }

  static List<Membership> shownBy(Container container, Project project) {
    List<Membership> found = new ArrayList<>();
    Optional<Technology> technology = project.technology(container);
    if (project.identity(container).isJob()) {
      created(container, project).ifPresent(found::add);
    } else if (Sentinels.isSentinel(container)) {
      sentinels(container, project).ifPresent(found::add);
    } else if (technology.isPresent() && isClustered(technology.get())) {
      switch (technology.get().id()) {
        case "kafka" -> {
          listed(container, technology.get().id(), project).ifPresent(found::add);
          brokers(container, project).ifPresent(found::add);
        }
        case "mongodb" -> {
          initiated(container, project).ifPresent(found::add);
          replicaSet(container, project).ifPresent(found::add);
        }
        case "patroni" ->
            scope(container, project)
                .or(() -> joined(container, technology.get(), project))
                .ifPresent(found::add);
        default -> {
          Optional<Membership> listed = listed(container, technology.get().id(), project);
          listed
              .filter(list -> list.members().contains(container))
              .or(() -> joined(container, technology.get(), project))
              .or(() -> listed)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isClustered(Technology technology) {
    return technology.type().keepsState() || technology.type() == ComponentType.DISCOVERY;
  }

  private static Optional<Membership> of(Set<Container> members, Place at) {
    return members.size() > 1
        ? Optional.of(new Membership(List.copyOf(members), at))
        : Optional.empty();
  }

  /** The list of members that the technology's own settings hold. */
  private static Optional<Membership> listed(
      Container container, String technology, Project project) {
    Reading reading = ServerSettings.of(technology, container.settings());
    return of(named(reading.peers(), technology, project), place(reading, container));
  }

  private static Place place(Reading reading, Container container) {
    return reading.said().stream()
        .filter(said -> said.attribute().name().equals("peers"))
        .map(said -> said.at())
        .findFirst()
        .orElse(container.at());
  }

  private static Set<Container> named(List<String> hosts, String technology, Project project) {
    Set<Container> members = new LinkedHashSet<>();
    for (String host : hosts) {
      project
          .named(host)
          .filter(there -> project.identity(there).runs(technology))
          .filter(there -> !Sentinels.isSentinel(there))
          .ifPresent(members::add);
    }
    return members;
  }

  /** The container and the members of its technology that its settings name. */
  private static Optional<Membership> joined(
      Container container, Technology technology, Project project) {
    for (WrittenSetting setting : container.settings()) {
      String key = setting.key().toLowerCase(Locale.ROOT);
      if (NAMES_PEERS.matcher(key).matches() && !key.endsWith("name")) {
        Set<Container> members = new LinkedHashSet<>();
        members.add(container);
        members.addAll(named(words(setting.value()), technology.id(), project));
        if (members.size() > 1) {
          return of(members, setting.at());
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** The brokers that share a ZooKeeper, a list of voters or a cluster id. */
  private static Optional<Membership> brokers(Container container, Project project) {
    for (String key : List.of("ZOOKEEPER_CONNECT", "CONTROLLER_QUORUM_VOTERS", "CLUSTER_ID")) {
      Optional<WrittenSetting> own = kafka(container, key);
      if (own.isPresent() && isBroker(container)) {
        return sharing(
            project,
            "kafka",
            own.get(),
            other ->
                isBroker(other)
                    && kafka(other, key)
                        .filter(setting -> setting.value().equals(own.get().value()))
                        .isPresent());
      }
    }
    return Optional.empty();
  }

  private static Optional<WrittenSetting> kafka(Container container, String key) {
    return container.settings().stream()
        .filter(
            setting ->
                setting.key().equals("KAFKA_" + key)
                    || setting.key().equals("KAFKA_CFG_" + key)
                    || setting.key().equals("KAFKA_KRAFT_" + key)
                    || setting.key().equals(key)
                    || setting.key().equals(key.toLowerCase(Locale.ROOT).replace('_', '.')))
        .findFirst();
  }

  private static boolean isBroker(Container container) {
    return kafka(container, "PROCESS_ROLES")
        .map(roles -> roles.value().contains("broker"))
        .orElse(true);
  }

  /** What a script initiates, be it in a health check of a member. */
  private static Optional<Membership> initiated(Container container, Project project) {
    List<WrittenSetting> scripts = new ArrayList<>(container.settings());
    Optional<Located> check = container.service().tree().get("healthcheck.test");
    check.ifPresent(
        test ->
            scripts.add(
                new WrittenSetting(
                    "healthcheck",
                    test.isSequence()
                        ? String.join(" ", test.items().stream().map(Located::written).toList())
                        : test.written(),
                    test.place())));
    container
        .service()
        .command()
        .or(() -> container.service().entrypoint())
        .ifPresent(
            command ->
                scripts.add(
                    new WrittenSetting("command", container.commandText(), command.place())));
    Reading reading = ServerSettings.of("mongodb", scripts);
    return of(named(reading.peers(), "mongodb", project), place(reading, container));
  }

  /** The members of one replica set, by its name. */
  private static Optional<Membership> replicaSet(Container container, Project project) {
    Optional<WrittenSetting> own = replicaSetName(container);
    return own.flatMap(
        name ->
            sharing(
                project,
                "mongodb",
                name,
                other ->
                    replicaSetName(other)
                        .filter(setting -> setting.value().equals(name.value()))
                        .isPresent()));
  }

  private static Optional<WrittenSetting> replicaSetName(Container container) {
    return container.settings().stream()
        .filter(
            setting ->
                Set.of("replSet", "MONGODB_REPLICA_SET_NAME", "replication.replSetName")
                    .contains(setting.key()))
        .filter(setting -> !setting.value().contains("$"))
        .findFirst();
  }

  /** The members that Patroni knows by one name, in whatever store it keeps them. */
  private static Optional<Membership> scope(Container container, Project project) {
    return scope(container)
        .flatMap(
            own ->
                sharing(
                    project,
                    "patroni",
                    own,
                    other ->
                        scope(other)
                            .filter(setting -> setting.value().equals(own.value()))
                            .isPresent()));
  }

  private static Optional<WrittenSetting> scope(Container container) {
    return container.settings().stream()
        .filter(setting -> Set.of("SCOPE", "PATRONI_SCOPE", "scope").contains(setting.key()))
        .filter(setting -> !setting.value().contains("$"))
        .findFirst();
  }

  private static Optional<Membership> sharing(
      Project project, String technology, WrittenSetting shared, Predicate<Container> isMember) {
    Set<Container> members = new LinkedHashSet<>();
    project.containers().stream()
        .filter(other -> project.identity(other).runs(technology))
        .filter(isMember)
        .forEach(members::add);
    return of(members, shared.at());
  }

  /** What a job makes a cluster of. */
  private static Optional<Membership> created(Container job, Project project) {
    if (job.commandText().contains("rs.initiate")) {
      return initiated(job, project);
    }
    Matcher create = CREATE.matcher(job.commandText());
    return create.find()
        ? of(
            named(words(create.group(1)), "redis", project),
            job.service()
                .command()
                .or(() -> job.service().entrypoint())
                .map(Located::place)
                .orElse(job.at()))
        : Optional.empty();
  }

  private static Optional<Membership> sentinels(Container container, Project project) {
    for (List<Container> together : Sentinels.of(project).values()) {
      if (together.contains(container)) {
        return of(new LinkedHashSet<>(together), container.at());
      }
    }
    return Optional.empty();
  }
}
