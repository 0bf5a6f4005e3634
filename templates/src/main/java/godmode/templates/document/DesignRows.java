package godmode.templates.document;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Operation;
import godmode.core.evidence.Environment;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import godmode.templates.DataClass;
import godmode.templates.Values;
import godmode.templates.Voters;
import godmode.templates.document.Rows.In;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of tables that come from the designs, one for each environment. */
final class DesignRows {
  private final Review review;
  private final String up;

  DesignRows(Review review, String up) {
    this.review = review;
    this.up = up;
  }

  /** A fact in a cell: its value, or what is missing. */
  static String text(Fact<?> fact) {
    return fact.match(
        known -> Values.text(known.known()),
        disputed ->
            disputed.sides().stream()
                .map(side -> Values.text(side.known()))
                .collect(Collectors.joining(" or ", "files disagree: ", "")),
        unknown -> {
          if (unknown.attribute().isDecision()) {
            return Rows.OPEN;
          }
          return unknown.why().equals("nothing says it")
              ? "not known"
              : "not known: " + unknown.why();
        });
  }

  private <T> List<In<T>> folded(Function<Design, List<T>> rows) {
    Map<T, List<Environment>> holds = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (T row : rows.apply(design)) {
        holds.computeIfAbsent(row, found -> new ArrayList<>()).add(design.environment());
      }
    }
    List<In<T>> folded = new ArrayList<>();
    holds.forEach((row, environments) -> folded.add(new In<>(row, Rows.words(environments))));
    return folded;
  }

  List<Rows.DataRow> data() {
    return DataClass.of(review).stream().map(this::data).toList();
  }

  private Rows.DataRow data(DataClass data) {
    String none = data.isSingleCopy() ? "one copy" : Rows.OPEN;
    return new Rows.DataRow(
        data.name(),
        data.stores().isEmpty() ? "no store found" : String.join(", ", data.stores()),
        text(data.fact(Attributes.READS)),
        text(data.fact(Attributes.PARTITION)),
        text(data.fact(Attributes.ELSE)),
        data.cap().orElse(none),
        data.pacelc().map(c -> c.word()).orElse(none),
        conflicts(data),
        said("data." + DeclaredPath.key(data.name()) + ".rpo"),
        said("data." + DeclaredPath.key(data.name()) + ".rto"),
        data.because().isEmpty() ? Rows.OPEN : data.because(),
        Evidence.of(
            List.of(Attributes.READS, Attributes.PARTITION, Attributes.ELSE).stream()
                .flatMap(attribute -> Evidence.places(data.fact(attribute).origins()).stream())
                .toList(),
            up));
  }

  private static String conflicts(DataClass data) {
    Fact<String> strategy = data.fact(Attributes.CONFLICTS);
    boolean needed = !data.isSingleCopy() && data.cap().filter("CP"::equals).isEmpty();
    return strategy.value().isPresent() || needed ? text(strategy) : "cannot arise";
  }

  private String said(String path) {
    return review.declared().text(path).orElse(Rows.OPEN);
  }

  List<Rows.OperationRow> operations() {
    return review.design().operations().stream().map(this::operation).toList();
  }

  private Rows.OperationRow operation(Operation operation) {
    String path = "operations." + DeclaredPath.key(operation.id()) + ".";
    return new Rows.OperationRow(
        operation.id(),
        operation.dataClass().isEmpty() ? Rows.OPEN : operation.dataClass(),
        text(operation.fact(Attributes.CONSISTENCY)),
        said(path + "duplicates"),
        review.declared().text(path + "because").orElse(""),
        Evidence.of(operation.fact(Attributes.CONSISTENCY), up));
  }

  List<In<Rows.VoterRow>> voters() {
    return folded(
        design ->
            Voters.in(design).stream()
                .map(
                    voters ->
                        new Rows.VoterRow(
                            voters.cluster().id(),
                            voters.voters(),
                            voters.quorum(),
                            voters.tolerates(),
                            Placement.of(voters.cluster(), review),
                            Evidence.of(voters.count(), up)))
                .toList());
  }

  List<In<Rows.StoreRow>> stores() {
    return folded(design -> design.clusters().stream().map(this::store).toList());
  }

  private Rows.StoreRow store(Cluster cluster) {
    List<Attribute<?>> shown =
        List.of(Attributes.MEMBERS, Attributes.REPLICATION_FACTOR, Attributes.REPLICATION_STYLE);
    List<Place> places = new ArrayList<>();
    shown.forEach(a -> places.addAll(Evidence.places(cluster.fact(a).origins())));
    return new Rows.StoreRow(
        cluster.id(),
        cluster.product(),
        text(cluster.fact(Attributes.MEMBERS)),
        text(cluster.fact(Attributes.REPLICATION_FACTOR)),
        text(cluster.fact(Attributes.REPLICATION_STYLE)),
        text(cluster.fact(Attributes.REPLICATION_MODE)),
        text(cluster.fact(Attributes.READ_QUORUM)),
        text(cluster.fact(Attributes.WRITE_QUORUM)),
        text(cluster.fact(Attributes.FAILOVER)),
        Placement.survives(cluster),
        Evidence.of(places, up));
  }

  List<In<Rows.GuardRow>> guards() {
    return folded(design -> design.guards().stream().map(this::guard).toList());
  }

  private Rows.GuardRow guard(Guard guard) {
    List<Place> places = new ArrayList<>();
    review.topology().guards().stream()
        .filter(site -> site.name().equals(guard.id()) && site.kind() == guard.kind())
        .flatMap(site -> site.sightings().stream())
        .forEach(sighting -> places.add(sighting.at()));
    places.addAll(Evidence.places(guard.fact(Attributes.MECHANISM).origins()));
    return new Rows.GuardRow(
        guard.id(),
        guard.kind().name().toLowerCase(Locale.ROOT),
        guard.owner().isEmpty() ? "no owner found" : guard.owner(),
        text(guard.fact(Attributes.MECHANISM)),
        text(guard.fact(Attributes.PURPOSE)),
        text(guard.fact(Attributes.FENCING_TOKEN)),
        text(guard.fact(Attributes.TOKEN_CHECKED_BY)),
        Evidence.of(places, up));
  }

  List<In<Scenarios.Scenario>> scenarios() {
    return folded(Scenarios::of);
  }

  List<In<Rows.ChannelRow>> channels() {
    return folded(design -> design.channels().stream().map(this::channel).toList());
  }

  private Rows.ChannelRow channel(Channel channel) {
    return new Rows.ChannelRow(
        channel.id(),
        channel.broker().id(),
        text(channel.fact(Attributes.PARTITIONS)),
        Evidence.of(channel.fact(Attributes.PARTITIONS), up));
  }
}
