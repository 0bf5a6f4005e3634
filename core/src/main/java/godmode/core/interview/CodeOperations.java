package godmode.core.interview;

import godmode.core.decide.Situation;
import godmode.core.design.Flow;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Directness;
import godmode.core.fact.Origin;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operations that the code shows: what requests, messages and clocks change. Those that look
 * costly come first, and each service has its turn.
 */
final class CodeOperations {
  /** Verbs that say nothing without their object. */
  private static final Pattern GENERAL =
      Pattern.compile(
          "create|add|save|update|delete|remove|post|put|patch|handle|process|execute|run|receive"
              + "|consume|on|listen|insert|edit|modify|change|store|do|invoke|call|accept|apply"
              + "|trigger|start|perform|submit|register|(on|handle|receive)-(message|event)");

  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?i)(rest)?(controller|resource|endpoint|api|listener|consumer|handler|receiver"
              + "|subscriber|scheduler|job|task|service|facade|impl|web|rest)+(impl)?$");

  /** What costs money or safety, as far as names tell: only the order rests on it. */
  private static final Pattern COSTLY =
      Pattern.compile(
          "(?i).*(pay|order|transfer|reserv|book|charg|refund|withdraw|deposit|stock|checkout|ship"
              + "|purchas|bill|invoice|ticket|cancel|credit|balance|transaction|account).*");

  private CodeOperations() {}

  /**
   * An operation that the code shows.
   *
   * @param name as it is proposed: {@code place-order}
   * @param dataClass what it changes, where its service has one class of data; else empty
   */
  record Found(String name, String dataClass, Flow flow) {
    String trigger() {
      return flow.facts().get(Attributes.TRIGGER).value().orElse("");
    }

    /** As an item of the field {@code operations}. */
    String item() {
      return dataClass.isEmpty() ? name : name + " on " + dataClass;
    }

    /** Where it begins and what it changes. */
    Ground ground() {
      Step first = flow.steps().get(0);
      String who = flow.owner().isEmpty() ? flow.id() : flow.owner();
      return new Ground(
          who + ": " + trigger() + ", " + flow.facts().get(Attributes.EFFECT).value().orElse(""),
          new Origin.Detected(first.at(), "java-operations", Directness.INFERRED));
    }
  }

  private record Ranked(Flow flow, int rank) {}

  /** Every operation of the code, what looks costly first, its name once. */
  static List<Found> of(Situation it) {
    Map<String, List<Flow>> byOwner = new LinkedHashMap<>();
    it.flows(FlowKind.OPERATION).stream()
        .map(flow -> new Ranked(flow, rank(flow)))
        .sorted(Comparator.comparingInt(Ranked::rank))
        .map(Ranked::flow)
        .forEach(flow -> byOwner.computeIfAbsent(flow.owner(), o -> new ArrayList<>()).add(flow));
    List<Found> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    boolean more = true;
    for (int turn = 0; more; turn++) {
      more = false;
      for (List<Flow> flows : byOwner.values()) {
        if (turn < flows.size()) {
          more = true;
          named(it, flows.get(turn), names).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Found> named(Situation it, Flow flow, Set<String> names) {
    String name = name(flow.id());
    String longer = OperationQuestions.noun(flow.owner()) + "-" + name;
    String free = names.contains(name) && !flow.owner().isEmpty() ? longer : name;
    if (!OperationQuestions.isName(free) || !names.add(free)) {
      return Optional.empty();
    }
    return Optional.of(new Found(free, dataClass(it, flow), flow));
  }

  /** Two writes in two places before one, requests before messages and clocks. */
  private static int rank(Flow flow) {
    String trigger = flow.facts().get(Attributes.TRIGGER).value().orElse("");
    String effect = flow.facts().get(Attributes.EFFECT).value().orElse("");
    int rank = COSTLY.matcher(flow.id() + trigger).matches() ? 0 : 8;
    rank += trigger.startsWith("POST") ? 0 : 2;
    rank += trigger.startsWith("a clock") ? 2 : 0;
    return rank + (effect.contains(" and ") ? 0 : 1);
  }

  private static String dataClass(Situation it, Flow flow) {
    List<String> classes =
        it.storesOfService(flow.owner()).stream()
            .flatMap(store -> it.cluster(store).stream())
            .map(store -> store.dataClass())
            .distinct()
            .toList();
    return classes.size() == 1 ? classes.get(0) : "";
  }

  /** {@code OrderController.placeOrder} is place-order, and {@code OrderController.create} too. */
  static String name(String method) {
    int dot = method.lastIndexOf('.');
    String verb = kebab(method.substring(dot + 1));
    String noun = kebab(SUFFIX.matcher(method.substring(0, Math.max(0, dot))).replaceFirst(""));
    return GENERAL.matcher(verb).matches() && !noun.isEmpty() ? verb + "-" + noun : verb;
  }

  private static String kebab(String camel) {
    return camel
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }
}
