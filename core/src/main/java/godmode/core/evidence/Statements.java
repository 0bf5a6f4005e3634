package godmode.core.evidence;

import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What evidence says of one subject, until it becomes facts.
 *
 * <p>In one environment manifests are believed before Compose files, and these before the files of
 * the application; what the weaker ones say to the contrary is left out. Files of one kind that
 * differ dispute the fact. A unit cannot contradict itself: what it states counts before what is
 * inferred from it, then the earlier place. What a kind of file says and cannot be read is not
 * answered by a weaker kind.
 */
final class Statements {
  private final List<Statement> said = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * A value.
   *
   * @param about which of several names is meant: members of one cluster may differ
   */
  private record Statement(String about, Evidence.Source source, Said<?> value, String detector) {}

  /** A value that could not be read. */
  private record Gap(Evidence.Source source, Attribute<?> attribute, String why, Place at) {}

  void add(String about, Evidence evidence, Said<?> value) {
    said.add(new Statement(about, evidence.source(), value, evidence.detector()));
  }

  void addGap(Evidence evidence, Attribute<?> attribute, String why) {
    gaps.add(new Gap(evidence.source(), attribute, why, evidence.at()));
  }

  /** Without what is said of an attribute. */
  Statements without(Attribute<?> attribute) {
    Statements rest = new Statements();
    said.stream().filter(s -> !s.value.attribute().equals(attribute)).forEach(rest.said::add);
    gaps.stream().filter(gap -> !gap.attribute.equals(attribute)).forEach(rest.gaps::add);
    return rest;
  }

  /**
   * The facts of one environment. What the application says for none in particular holds in every
   * environment that does not say otherwise.
   */
  Facts facts(String owner, Environment environment) {
    Facts own = facts(owner, source -> source.environment().equals(environment));
    return environment.equals(Environment.DEFAULT)
        ? own
        : own.over(
            facts(
                owner,
                source ->
                    source.platform() == Platform.APPLICATION
                        && source.environment().equals(Environment.DEFAULT)));
  }

  /**
   * The facts of several environments as one: what the earlier ones leave open, later ones tell.
   */
  Facts facts(String owner) {
    NavigableSet<Environment> environments = new TreeSet<>();
    said.forEach(statement -> environments.add(statement.source.environment()));
    gaps.forEach(gap -> environments.add(gap.source.environment()));
    Facts facts = Facts.none(owner);
    for (Environment environment : environments) {
      facts = facts.over(facts(owner, source -> source.environment().equals(environment)));
    }
    return facts;
  }

  /** A line for each value that stays unknown because it could not be read. */
  List<Unread> unread(String owner, Environment environment, Facts facts) {
    return gaps.stream()
        .filter(gap -> gap.source.environment().equals(environment))
        .filter(gap -> facts.get(gap.attribute) instanceof Fact.Unknown)
        .map(gap -> new Unread(gap.at, gap.attribute + " of " + owner + " is unknown: " + gap.why))
        .toList();
  }

  private Facts facts(String owner, Predicate<Evidence.Source> wanted) {
    SortedMap<String, List<Statement>> saidOf = new TreeMap<>();
    for (Statement statement : said) {
      if (wanted.test(statement.source)) {
        saidOf
            .computeIfAbsent(statement.value.attribute().name(), unused -> new ArrayList<>())
            .add(statement);
      }
    }
    SortedMap<String, List<Gap>> gapsOf = new TreeMap<>();
    for (Gap gap : gaps) {
      if (wanted.test(gap.source)) {
        gapsOf.computeIfAbsent(gap.attribute.name(), unused -> new ArrayList<>()).add(gap);
      }
    }
    NavigableSet<String> attributes = new TreeSet<>(saidOf.keySet());
    attributes.addAll(gapsOf.keySet());
    Facts.Collector collector = Facts.about(owner);
    for (String attribute : attributes) {
      collect(
          collector,
          saidOf.getOrDefault(attribute, List.of()),
          gapsOf.getOrDefault(attribute, List.of()));
    }
    return collector.facts();
  }

  private static void collect(Facts.Collector collector, List<Statement> said, List<Gap> gaps) {
    NavigableSet<Platform> platforms = new TreeSet<>();
    said.forEach(statement -> platforms.add(statement.source.platform()));
    gaps.forEach(gap -> platforms.add(gap.source.platform()));
    Platform believed = platforms.first();
    List<Statement> kept = believed(said, believed);
    for (Statement statement : kept) {
      add(collector, statement.value, statement.detector);
    }
    for (Statement other : said) {
      boolean agrees = kept.stream().anyMatch(one -> one.value.value().equals(other.value.value()));
      if (agrees) {
        add(collector, other.value, other.detector);
      }
    }
    gaps.stream()
        .filter(gap -> gap.source.platform() == believed)
        .min(Comparator.comparing(Gap::at).thenComparing(Gap::why))
        .ifPresent(gap -> collector.unknown(gap.attribute, gap.why));
  }

  /** One statement of each unit about each name. */
  private static List<Statement> believed(List<Statement> said, Platform platform) {
    Map<List<String>, Statement> ofUnit = new LinkedHashMap<>();
    said.stream()
        .filter(statement -> statement.source.platform() == platform)
        .sorted(
            Comparator.comparing((Statement statement) -> statement.value.directness())
                .thenComparing(statement -> statement.value.at())
                .thenComparing(statement -> statement.value.value().toString()))
        .forEach(
            statement ->
                ofUnit.putIfAbsent(List.of(statement.source.unit(), statement.about), statement));
    return ofUnit.values().stream()
        .sorted(
            Comparator.comparing((Statement statement) -> statement.value.at())
                .thenComparing(Statement::detector)
                .thenComparing(statement -> statement.value.value().toString()))
        .toList();
  }

  private static <T> void add(Facts.Collector collector, Said<T> said, String detector) {
    collector.add(
        said.attribute(),
        said.value(),
        new Origin.Detected(said.at(), detector, said.directness()));
  }

  /** How many of one part a unit says that it runs. */
  Optional<Said<?>> members(String unit, Environment environment) {
    return said.stream()
        .filter(statement -> statement.source.unit().equals(unit))
        .filter(statement -> statement.source.environment().equals(environment))
        .map(Statement::value)
        .filter(value -> value.attribute().equals(Attributes.MEMBERS))
        .min(Comparator.comparing((Said<?> value) -> value.directness()).thenComparing(Said::at))
        .map(value -> value);
  }

  /** Why it cannot be known how many of one part a unit runs. */
  List<String> membersUnread(String unit, Environment environment) {
    return gaps.stream()
        .filter(gap -> gap.source.unit().equals(unit))
        .filter(gap -> gap.source.environment().equals(environment))
        .filter(gap -> gap.attribute.equals(Attributes.MEMBERS))
        .map(Gap::why)
        .sorted()
        .toList();
  }

  /** Everything said, in the order of addition. */
  void addAll(Statements others) {
    said.addAll(others.said);
    gaps.addAll(others.gaps);
  }
}
