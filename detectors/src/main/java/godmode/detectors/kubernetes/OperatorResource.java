package godmode.detectors.kubernetes;

import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.Claim.AttributeUnread;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.Reading;
import godmode.detectors.settings.ServerSettings;
import godmode.detectors.settings.WrittenSetting;
import godmode.detectors.settings.WrittenSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One resource of an operator, and what is said of the cluster that it makes.
 *
 * @param name of the component
 * @param spec the specification; all paths begin below it
 */
record OperatorResource(String name, Located spec, EvidenceSink.Of out) {
  /** The same cluster, as another resource specifies a part of it. */
  OperatorResource with(Located other) {
    return new OperatorResource(name, other, out);
  }

  /** A mapping of settings; keys below keys are joined by dots. */
  void settings(String technology, String path) {
    spec.get(path).ifPresent(value -> read(technology, WrittenSettings.ofTree(value)));
  }

  /** A configuration file as a text. */
  void text(String technology, String path, String fileName) {
    spec.get(path)
        .ifPresent(
            value ->
                value
                    .text()
                    .ifPresent(
                        text ->
                            read(
                                technology,
                                WrittenSettings.ofFile(fileName, text, value.textPlace()))));
  }

  /** A ConfigMap with configuration files, by its name. */
  void configMap(String technology, String path, Cluster cluster) {
    List<WrittenSetting> written = new ArrayList<>();
    spec.text(path)
        .flatMap(map -> cluster.find("ConfigMap", map))
        .flatMap(map -> map.root().at("data"))
        .map(Located::entries)
        .orElse(List.of())
        .forEach(
            file ->
                written.addAll(
                    WrittenSettings.ofFile(
                        file.key(), file.value().written(), file.value().textPlace())));
    read(technology, written);
  }

  /**
   * The budget beside a cluster whose operator makes none. Pods may have more labels than are known
   * here, so budgets that ask for others leave it open.
   *
   * @param labels that the operator gives the pods
   */
  void ownBudget(String replicas, Map<String, String> labels, Cluster cluster) {
    List<Located> selectors =
        cluster.all("PodDisruptionBudget").stream()
            .flatMap(budget -> budget.root().get("spec.selector").stream())
            .toList();
    Optional<Located> budget =
        cluster.all("PodDisruptionBudget").stream()
            .flatMap(one -> one.root().at("spec").stream())
            .filter(one -> picks(one, labels))
            .findFirst();
    Optional<Integer> all = number(replicas);
    if (budget.isPresent()) {
      DisruptionBudget.in(budget.get(), all).ifPresent(this::say);
    } else if (selectors.isEmpty()) {
      spec.get(replicas)
          .filter(written -> all.isPresent())
          .map(written -> Said.inferred(Attributes.MAX_UNAVAILABLE, all.get(), written.place()))
          .ifPresent(said -> out.inferred(new AttributeSeen(name, said), said.at()));
    }
  }

  private static boolean picks(Located budget, Map<String, String> labels) {
    return budget.at("selector").filter(one -> LabelSelector.picks(one, labels)).isPresent();
  }

  /** A list of lines of a configuration file. */
  void lines(String technology, String path) {
    List<WrittenSetting> written = new ArrayList<>();
    for (Located line : items(path)) {
      line.text()
          .ifPresent(
              text -> written.addAll(WrittenSettings.ofFile("lines", text, line.textPlace())));
    }
    read(technology, written);
  }

  /** A list of options of a command line. */
  void arguments(String technology, String path) {
    read(technology, WrittenSettings.ofArguments(items(path)));
  }

  private void read(String technology, List<WrittenSetting> written) {
    Reading reading = ServerSettings.of(technology, written);
    reading.said().forEach(this::say);
    for (Reading.Gap gap : reading.gaps()) {
      out.stated(new AttributeUnread(name, gap.attribute(), gap.why()), gap.at());
    }
  }

  /** Whether storage is said to go with the pod. */
  void ephemeral(String path) {
    spec.get(path)
        .ifPresent(
            value -> {
              if (value.text().filter("ephemeral"::equals).isPresent()) {
                say(Said.stated(Attributes.PERSISTENT, false, value.place()));
              } else if (value.text().isPresent()) {
                say(Said.stated(Attributes.PERSISTENT, true, value.place()));
              }
            });
  }

  /** A pod specification; the operator's labels are not known. */
  void pods(String path) {
    spec.get(path)
        .ifPresent(
            pod -> Placement.of(pod, Optional.empty(), pod.place()).written().forEach(this::say));
  }

  /** The pod specifications of the items of a list. */
  void podsOfEach(String path, String below) {
    items(path).forEach(item -> with(item).pods(below));
  }

  /** Spread constraints that stand in each item of a list. */
  void spread(String path) {
    items(path)
        .forEach(
            item ->
                Placement.of(item, Optional.empty(), item.place()).written().forEach(this::say));
  }

  /** A value that is an {@code affinity} by itself. */
  void affinity(String path) {
    spec.get(path)
        .ifPresent(
            value ->
                Placement.of(
                        Located.mapping(
                            value.place(),
                            List.of(new Located.Entry("affinity", value.place(), value))),
                        Optional.empty(),
                        value.place())
                    .written()
                    .forEach(this::say));
  }

  /**
   * How Percona's operators place the pods of one group: by one key that no two of them share, or
   * as the group itself says, and with a budget.
   */
  void percona() {
    spec.get("affinity.antiAffinityTopologyKey")
        .ifPresent(
            key ->
                key.text()
                    .flatMap(word -> Placement.keptApartBy(word, key.place()))
                    .ifPresent(this::say));
    spec.get("affinity.advanced").ifPresent(advanced -> affinity("affinity.advanced"));
    Placement.of(spec, Optional.empty(), spec.place()).written().forEach(this::say);
    budgetAt("podDisruptionBudget");
  }

  /** Each item of a list. */
  List<OperatorResource> each(String path) {
    return items(path).stream().map(this::with).toList();
  }

  /** What is at a path. */
  Optional<OperatorResource> part(String path) {
    return spec.get(path).map(this::with);
  }

  /** How many pods the operator's own budget lets go. */
  void unavailable(String path) {
    number(path)
        .ifPresent(
            n ->
                say(
                    Said.stated(
                        Attributes.MAX_UNAVAILABLE, n, spec.get(path).orElseThrow().place())));
  }

  /** A disruption budget at the top of the specification, of so many replicas. */
  void budget(String replicas) {
    DisruptionBudget.in(spec, number(replicas)).ifPresent(this::say);
  }

  /** A disruption budget at a path. */
  void budgetAt(String path) {
    spec.get(path)
        .flatMap(budget -> DisruptionBudget.in(budget, Optional.empty()))
        .ifPresent(this::say);
  }

  /** On how many copies a write waits, unless a field lets it go on without them. */
  void waitsFor(String path, String field, String lenient) {
    boolean strict = spec.text(field).filter(lenient::equals).isEmpty();
    number(path)
        .filter(n -> n > 0 && strict)
        .ifPresent(
            copies ->
                say(
                    Said.stated(
                        Attributes.SYNCHRONOUS_COPIES,
                        copies,
                        spec.get(path).orElseThrow().place())));
  }

  /** Whether a write waits for copies; the first path that says so counts. */
  void synchronous(String... paths) {
    for (String path : paths) {
      Optional<Integer> copies = number(path).filter(n -> n > 0);
      Optional<Place> at = spec.get(path).map(Located::place);
      if (copies.isPresent() && at.isPresent()) {
        say(Said.stated(Attributes.REPLICATION_MODE, "synchronous", at.get()));
        return;
      }
    }
  }

  /** The policy of each keyspace of Vitess; one that waits for nothing decides. */
  void durability(String path, String field) {
    for (Located item : items(path)) {
      item.at(field)
          .flatMap(policy -> policy.text().map(word -> mode(word, policy.place())))
          .ifPresent(this::say);
    }
  }

  private static Said<String> mode(String policy, Place at) {
    String mode = policy.equals("none") ? "asynchronous" : "synchronous";
    return Said.stated(Attributes.REPLICATION_MODE, mode, at);
  }

  /** How many Sentinels watch another component. */
  void sentinels(String path, String watched) {
    about(watched, Attributes.SENTINELS, path);
  }

  /** How many Sentinels have to agree. */
  void quorum(String path, String watched) {
    about(watched, Attributes.SENTINEL_QUORUM, path);
  }

  /** The text at a path, if it has one. */
  List<String> texts(String path) {
    return spec.text(path).map(List::of).orElse(List.of());
  }

  private void about(String component, Attribute<Integer> attribute, String path) {
    Optional<Place> at = spec.get(path).map(Located::place);
    number(path)
        .ifPresent(
            n ->
                at.ifPresent(
                    place ->
                        out.stated(
                            new AttributeSeen(component, Said.stated(attribute, n, place)),
                            place)));
  }

  private void say(Said<?> said) {
    out.stated(new AttributeSeen(name, said), said.at());
  }

  /** A number, be it in quotes. */
  private Optional<Integer> number(String path) {
    return spec.get(path)
        .map(Located::written)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf);
  }

  private List<Located> items(String path) {
    return spec.get(path).map(Located::items).orElse(List.of());
  }
}
