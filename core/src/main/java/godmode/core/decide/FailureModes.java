package godmode.core.decide;

import godmode.core.design.Cluster;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Platform;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What happens when a component is down, as far as files, code, answers and the catalog tell: a
 * draft that people review. Each line holds a value, or says what it was not found in.
 */
public final class FailureModes {
  private static final int NAMES_SHOWN = 3;

  private final Situation it;
  private final PlanDraft plan;
  private final Noticing noticing;
  private final List<Recommendation> table;

  public FailureModes(Situation it) {
    this.it = it;
    this.plan = new PlanDraft(it);
    this.noticing = new Noticing(it);
    this.table = DecisionTable.of(it);
  }

  /**
   * One component that is down.
   *
   * @param blast what else is affected, through those that use it
   * @param rto begins with a duration; then why
   * @param rpo begins with a duration where a number is known; then why
   */
  public record Mode(
      String probability,
      String impact,
      String blast,
      String detection,
      String recovery,
      String mitigation,
      String rto,
      String rpo) {

    /** The fields of the design record, by their names below {@code failure-modes.NAME}. */
    public Map<String, String> fields() {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("impact", impact);
      first(probability, "low|medium|high").ifPresent(word -> fields.put("probability", word));
      fields.put("blast-radius", blast);
      fields.put("detection", detection);
      fields.put("recovery", recovery);
      fields.put("mitigation", mitigation);
      first(rto, "\\d{1,12}(ms|s|m|min|h|d)").ifPresent(time -> fields.put("rto", time));
      first(rpo, "\\d{1,12}(ms|s|m|min|h|d)").ifPresent(time -> fields.put("rpo", time));
      return fields;
    }

    private static Optional<String> first(String text, String form) {
      String word = text.replaceFirst("[:,].*", "");
      return word.matches(form) ? Optional.of(word) : Optional.empty();
    }
  }

  /** What happens when it is down. */
  public Mode of(Component component) {
    Optional<Cluster> cluster = it.cluster(component.id());
    Optional<Integer> members = cluster.flatMap(it::members).or(() -> component.replicas().value());
    return new Mode(
        probability(members),
        impact(component, members),
        blast(component),
        cluster
            .filter(it::isReplicated)
            .map(plan::noticed)
            .orElseGet(() -> noticing.of(component, isOnCluster(component))),
        recovery(component, cluster, members),
        mitigation(component, cluster),
        cluster.flatMap(known -> said(known, "rto")).orElseGet(() -> rto(component, cluster)),
        cluster
            .filter(known -> known.type().keepsState())
            .map(known -> said(known, "rpo").orElseGet(() -> lost(known)))
            .orElse("0s: it keeps no data"));
  }

  /** Where the record holds what was reviewed. */
  public static String path(String component, String field) {
    return DeclaredPath.of("failure-modes.*." + field, component);
  }

  private Optional<String> said(Cluster cluster, String field) {
    return it.text("data", cluster.dataClass(), field);
  }

  private String lost(Cluster cluster) {
    if (cluster.type() == ComponentType.CACHE || cluster.type() == ComponentType.SEARCH) {
      return "0s: it is filled again from its source";
    }
    if (it.every(cluster, Attributes.PERSISTENT).contains(false)) {
      return "all of it: it has no volume";
    }
    return it.isReplicated(cluster)
        ? "0s where a write waits for a second copy: no RPO is decided"
        : "1d: what came after a daily backup; no file shows one";
  }

  private static String probability(Optional<Integer> members) {
    return members
        .map(
            n -> n > 1 ? "low: " + n + " run" : "medium: one runs, and each deployment restarts it")
        .orElse("not known: nothing says how many run");
  }

  private String impact(Component component, Optional<Integer> members) {
    List<String> users = it.usersOf(component.id());
    if (users.isEmpty()) {
      boolean entry =
          it.links().stream()
              .anyMatch(l -> l.target().equals(component.id()) && l.source().equals("user"));
      return entry
          ? "users get an error from it"
          : "what it does stops; nothing else is seen to use it";
    }
    String who = names(users);
    String s = users.size() == 1 ? "s" : "";
    String then =
        switch (whenDown(component)) {
          case "fail" -> who + " answer" + s + " with an error";
          case "stale" -> who + " answer" + s + " with what was last known";
          case "queue" ->
              who + " keep" + s + " the work and do" + (s.isEmpty() ? "" : "es") + " it later";
          case "degrade" -> who + " leave" + s + " that part of the answer out";
          default ->
              who + " fail" + s + " or wait" + s + ": what they do without it is not decided";
        };
    return members
        .filter(n -> n > 2 && it.cluster(component.id()).isPresent())
        .map(
            n ->
                "one of "
                    + n
                    + " down: "
                    + Majority.of(n)
                    + " remain a majority; all down: "
                    + then)
        .orElse(then);
  }

  private String whenDown(Component component) {
    return it.text("dependencies", component.id(), "when-down")
        .or(() -> it.text("dependencies", component.type().word(), "when-down"))
        .orElse("");
  }

  /** Those that use what uses it. */
  private String blast(Component component) {
    List<String> direct = it.usersOf(component.id());
    TreeSet<String> indirect = new TreeSet<>();
    direct.forEach(user -> indirect.addAll(it.usersOf(user)));
    direct.forEach(indirect::remove);
    indirect.remove(component.id());
    if (direct.isEmpty()) {
      return "no other component is seen to use it";
    }
    return indirect.isEmpty()
        ? names(direct)
        : names(direct) + "; through them " + names(List.copyOf(indirect));
  }

  private String recovery(
      Component component, Optional<Cluster> cluster, Optional<Integer> members) {
    String again =
        isOnCluster(component) ? "Kubernetes starts it again" : "its container is started again";
    if (cluster.filter(it::isReplicated).isEmpty() || members.isEmpty()) {
      return again;
    }
    return it.every(cluster.get(), Attributes.FAILOVER).stream()
        .findFirst()
        .map(
            failover ->
                switch (failover) {
                  case "manual" -> "a person promotes a copy";
                  case "none" -> again;
                  default -> "a copy takes over by itself";
                })
        .orElse("the others go on; " + again);
  }

  private boolean isOnCluster(Component component) {
    return component.platforms().values().stream()
        .anyMatch(platforms -> platforms.contains(Platform.CLUSTER));
  }

  /** An estimate to correct, with what it rests on. */
  private String rto(Component component, Optional<Cluster> cluster) {
    boolean manual =
        cluster
            .filter(
                known ->
                    it.every(known, Attributes.FAILOVER).stream()
                        .anyMatch(f -> f.equals("manual") || f.equals("none")))
            .isPresent();
    if (manual) {
      return "1h: an estimate, a person acts";
    }
    if (cluster.filter(it::isReplicated).isPresent()) {
      return "1m: an estimate, a copy takes over";
    }
    return isOnCluster(component)
        ? "1m: an estimate, Kubernetes starts it again"
        : "1h: an estimate, somebody starts it again";
  }

  /** What follows from the answers for it or for its data. */
  private String mitigation(Component component, Optional<Cluster> cluster) {
    List<String> subjects =
        cluster
            .map(known -> List.of(component.id(), known.dataClass()))
            .orElse(List.of(component.id()));
    return table.stream()
        .filter(known -> subjects.contains(known.subject()))
        .filter(
            known ->
                List.of("resilience", "placement", "replication", "durability")
                    .contains(known.topic()))
        .map(Recommendation::choice)
        .findFirst()
        .orElse("none stated");
  }

  private static String names(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    return more > 1
        ? String.join(", ", names.subList(0, NAMES_SHOWN)) + " and " + more + " more"
        : String.join(", ", names);
  }
}
