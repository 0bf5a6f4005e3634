package godmode.templates.document;

import godmode.core.decide.DecisionTable;
import godmode.core.decide.Recommendation;
import godmode.core.decide.Situation;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Review;
import godmode.templates.DataClass;
import godmode.templates.document.Decision.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The decisions of a design: those that people took, and those that follow from them. */
final class Decisions {
  private static final Set<String> ABOUT_GUARDS = Set.of("locks", "leaders");

  private final Review review;
  private final Declarations declared;
  private final Situation situation;
  private final Confirmation confirmation;
  private final String up;
  private final List<Recommendation> advice;

  private Decisions(Review review, String up) {
    this.review = review;
    this.declared = review.declared();
    this.situation = new Situation(review.designs(), review.declared());
    this.confirmation = new Confirmation(review);
    this.up = up;
    this.advice = DecisionTable.of(situation);
  }

  /** All of them, each slug once. */
  static List<Decision> of(Review review, String up) {
    Decisions from = new Decisions(review, up);
    List<Decision> all = new ArrayList<>();
    DataClass.of(review).forEach(data -> from.trade(data).ifPresent(all::add));
    from.consensus().ifPresent(all::add);
    from.sharding().ifPresent(all::add);
    for (GuardKind kind : GuardKind.values()) {
      from.situation.guards(kind).forEach(guard -> from.guard(guard).ifPresent(all::add));
    }
    from.advice.stream()
        .filter(it -> !ABOUT_GUARDS.contains(it.topic()) && !it.topic().equals("sharding"))
        .forEach(it -> all.add(from.advised(it)));
    Map<String, Decision> once = new LinkedHashMap<>();
    all.forEach(decision -> once.putIfAbsent(decision.slug(), decision));
    return List.copyOf(once.values());
  }

  private Optional<Decision> trade(DataClass data) {
    Optional<String> taken = data.fact(Attributes.PARTITION).value();
    if (taken.isEmpty() || !declared.has("data." + DeclaredPath.key(data.name()))) {
      return Optional.empty();
    }
    String stores = data.stores().isEmpty() ? data.name() : String.join(", ", data.stores());
    List<Option> options = new ArrayList<>();
    options.add(
        option("refuse", taken.get(), "callers of " + stores + " on the smaller side get errors"));
    options.add(
        option("serve", taken.get(), "both sides of " + stores + " answer, and may differ after"));
    options.add(
        option(
            "single-copy",
            taken.get(),
            "callers wait until the only copy of " + stores + " is back"));
    String path = "data." + DeclaredPath.key(data.name());
    return Optional.of(
        new Decision(
            "cap-" + Documents.fileName(data.name()),
            "CAP",
            data.name(),
            "accepted",
            by(path),
            "If the network splits between the copies of "
                + stores
                + ", what gives way? Reads of "
                + data.name()
                + ": "
                + DesignRows.text(data.fact(Attributes.READS))
                + ".",
            taken.get() + data.pacelc().map(c -> " (" + c.word() + ")").orElse(""),
            data.because(),
            options,
            confirmation.of(
                data.stores(),
                ChecklistItem.CAP_TRADE_OFF,
                ChecklistItem.CONFLICT_RESOLUTION,
                ChecklistItem.OPERATION_CONSISTENCY),
            List.of(),
            places(path)));
  }

  private static Option option(String name, String taken, String consequence) {
    return new Option(name, consequence, name.equals(taken));
  }

  private Optional<Decision> consensus() {
    return declared
        .text("consensus.protocol")
        .map(
            protocol ->
                new Decision(
                    "consensus",
                    "consensus",
                    review.system(),
                    "accepted",
                    by("consensus"),
                    "On what does agreement rest between "
                        + Rows.some(
                            situation.clusters().stream()
                                .filter(situation::mayHaveTwoSides)
                                .map(cluster -> cluster.id())
                                .toList())
                        + "?",
                    protocol
                        + declared
                            .text("consensus.members")
                            .map(n -> " with " + n + " voters")
                            .orElse(""),
                    declared.text("consensus.because").orElse(""),
                    List.of(),
                    confirmation.of(
                        List.of(),
                        ChecklistItem.CONSENSUS_PROTOCOL,
                        ChecklistItem.SPLIT_BRAIN_PREVENTION),
                    List.of(),
                    places("consensus")));
  }

  private Optional<Decision> sharding() {
    Optional<Recommendation> advised =
        advice.stream().filter(it -> it.topic().equals("sharding")).findFirst();
    return declared
        .text("sharding.strategy")
        .map(
            strategy ->
                new Decision(
                    "sharding",
                    "sharding",
                    review.system(),
                    "accepted",
                    by("sharding"),
                    "Is one node enough for "
                        + Rows.some(situation.classes())
                        + declared.text("system.volume").map(v -> ", " + v + " in all").orElse("")
                        + "?",
                    strategy
                        + declared.text("sharding.key").map(key -> " by " + key).orElse("")
                        + declared
                            .text("sharding.shards")
                            .map(n -> ", " + n + " shards")
                            .orElse(""),
                    declared.text("sharding.because").orElse(""),
                    advised.map(Decisions::options).orElse(List.of()),
                    confirmation.of(List.of(), ChecklistItem.SHARDING_KEY),
                    advised.map(this::sources).orElse(List.of()),
                    places("sharding")));
  }

  private Optional<Decision> guard(Guard guard) {
    String path = guard.kind().section() + "." + DeclaredPath.key(guard.id());
    if (!declared.has(path)) {
      return Optional.empty();
    }
    Optional<Recommendation> advised =
        advice.stream()
            .filter(it -> ABOUT_GUARDS.contains(it.topic()) && it.subject().equals(guard.id()))
            .findFirst();
    String token = DesignRows.text(guard.fact(Attributes.FENCING_TOKEN));
    String checker = DesignRows.text(guard.fact(Attributes.TOKEN_CHECKED_BY));
    return Optional.of(
        new Decision(
            guard.kind().name().toLowerCase(Locale.ROOT) + "-" + Documents.fileName(guard.id()),
            guard.kind().name().toLowerCase(Locale.ROOT),
            guard.id(),
            "accepted",
            by(path),
            "What lets one of several act for "
                + guard.id()
                + (guard.owner().isEmpty() ? "" : ", taken by " + guard.owner())
                + ", and what refuses a late one? It protects "
                + DesignRows.text(guard.fact(Attributes.PURPOSE))
                + ".",
            DesignRows.text(guard.fact(Attributes.MECHANISM))
                + ", fencing token "
                + token
                + (token.equals("none") ? "" : ", checked by " + checker),
            declared.text(path + ".because").orElse(""),
            advised.map(it -> advisedBeside(it)).orElse(List.of()),
            confirmation.of(List.of(guard.id()), ChecklistItem.LEADER_ELECTION_FENCING),
            advised.map(this::sources).orElse(List.of()),
            places(path)));
  }

  /** What was recommended is no rejected option when something else was taken. */
  private static List<Option> advisedBeside(Recommendation it) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("recommended: " + it.choice(), it.because(), false));
    it.rejected().forEach(other -> options.add(new Option(other.what(), other.why(), false)));
    return options;
  }

  private static List<Option> options(Recommendation it) {
    List<Option> options = new ArrayList<>();
    options.add(new Option(it.choice(), "", true));
    it.rejected().forEach(other -> options.add(new Option(other.what(), other.why(), false)));
    return options;
  }

  private Decision advised(Recommendation it) {
    String path = "choices." + DeclaredPath.key(it.name());
    Optional<String> instead = declared.text(path + ".chosen");
    List<String> about = new ArrayList<>(List.of(it.subject()));
    situation.storesOf(it.subject()).forEach(store -> about.add(store.id()));
    return new Decision(
        Documents.fileName(it.name()),
        it.topic(),
        it.subject(),
        instead.isPresent() ? "accepted" : "proposed",
        by(path),
        "",
        instead.orElse(it.choice()),
        instead.isPresent() ? declared.text(path + ".because").orElse("") : it.because(),
        instead.isPresent() ? advisedBeside(it) : options(it),
        confirmation.named(it.sources(), about),
        sources(it),
        places(path));
  }

  private List<String> sources(Recommendation it) {
    return it.sources().stream().filter(source -> !confirmation.isRule(source)).toList();
  }

  /** Who decided what is below a path, as the record notes it. */
  private List<String> by(String path) {
    Set<String> by = new TreeSet<>();
    for (String field : declared.keys("decided")) {
      if (field.equals(path) || field.startsWith(path + ".")) {
        String mark = "decided." + DeclaredPath.key(field) + ".";
        declared
            .text(mark + "by")
            .map(who -> who + declared.text(mark + "on").map(on -> ", " + on).orElse(""))
            .ifPresent(by::add);
      }
    }
    return List.copyOf(by);
  }

  private List<Evidence> places(String path) {
    return Evidence.of(
        declared.all().entrySet().stream()
            .filter(said -> said.getKey().startsWith(path + "."))
            .flatMap(said -> said.getValue().origin().place().stream())
            .toList(),
        up);
  }
}
