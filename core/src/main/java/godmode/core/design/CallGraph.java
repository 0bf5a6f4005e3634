package godmode.core.design;

import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which services wait for each other's answers. */
public final class CallGraph {
  private static final Set<ComponentType> WAITING =
      Set.of(ComponentType.SERVICE, ComponentType.WEB_APP);

  /** Rows are searched no further, so that a dense graph ends, too. */
  private static final int STEPS_MAX = 20_000;

  private static final Pattern SOURCE = Pattern.compile(".*\\.(java|kt)");

  private final Map<String, Collection<String>> targets = new HashMap<>();
  private final Map<String, Map<String, Fact<Boolean>>> facts = new HashMap<>();
  private int steps;

  private CallGraph(Design design) {
    Set<String> services = new TreeSet<>();
    for (Service service : design.services()) {
      if (WAITING.contains(service.type())) {
        services.add(service.id());
      }
    }
    for (Link link : design.links()) {
      boolean call = link.kind() == ConnectionKind.CALL && !link.source().equals(link.target());
      if (call && services.contains(link.source()) && services.contains(link.target())) {
        targets.computeIfAbsent(link.source(), unused -> new TreeSet<>()).add(link.target());
        facts
            .computeIfAbsent(link.source(), unused -> new HashMap<>())
            .put(link.target(), link.fact(Attributes.SYNCHRONOUS));
      }
    }
  }

  /** Whom a service calls. */
  public static List<String> of(String service, Design design) {
    return new CallGraph(design).targets(service);
  }

  private List<String> targets(String service) {
    return List.copyOf(Optional.ofNullable(targets.get(service)).orElse(List.of()));
  }

  /** Whether another service calls it. */
  public static boolean isCalled(String service, Design design) {
    return new CallGraph(design).targets.values().stream().anyMatch(all -> all.contains(service));
  }

  /** Who calls a service. */
  public static List<String> callers(String service, Design design) {
    return new CallGraph(design)
        .targets.entrySet().stream()
            .filter(entry -> entry.getValue().contains(service))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
  }

  /** A shortest way from a service back to itself, without the end; empty if there is none. */
  public static List<String> circle(String service, Design design) {
    CallGraph calls = new CallGraph(design);
    Map<String, String> from = new HashMap<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of(service));
    while (!open.isEmpty()) {
      String at = open.remove();
      for (String next : calls.targets(at)) {
        if (next.equals(service)) {
          List<String> way = new ArrayList<>();
          for (String back = at; back != null; back = from.get(back)) {
            way.add(back);
          }
          Collections.reverse(way);
          return way;
        }
        if (from.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  /** The longest row of calls that begins with a service and meets none twice. */
  public static List<String> longest(String service, Design design) {
    CallGraph calls = new CallGraph(design);
    List<String> best = new ArrayList<>();
    calls.follow(service, new ArrayList<>(), best);
    return List.copyOf(best);
  }

  private void follow(String at, List<String> way, List<String> best) {
    way.add(at);
    steps++;
    if (way.size() > best.size()) {
      best.clear();
      best.addAll(way);
    }
    for (String next : targets(at)) {
      if (!way.contains(next) && steps < STEPS_MAX) {
        follow(next, way, best);
      }
    }
    way.remove(way.size() - 1);
  }

  /** Each call between neighbours with the place that shows it best: code before configuration. */
  public static List<Step> steps(List<String> row, Design design) {
    CallGraph calls = new CallGraph(design);
    List<Step> found = new ArrayList<>();
    for (int i = 0; i + 1 < row.size(); i++) {
      String source = row.get(i);
      String target = row.get(i + 1);
      Map<String, Fact<Boolean>> called = calls.facts.getOrDefault(source, Map.of());
      Optional.ofNullable(called.get(target))
          .flatMap(CallGraph::place)
          .ifPresent(at -> found.add(new Step(source + " calls " + target, at)));
    }
    return found;
  }

  private static Optional<Place> place(Fact<Boolean> call) {
    List<Place> places =
        call.origins().stream().flatMap(origin -> origin.place().stream()).toList();
    return places.stream()
        .filter(at -> SOURCE.matcher(at.file()).matches())
        .findFirst()
        .or(() -> places.stream().findFirst());
  }

  /** What says of each call between neighbours that it is waited for. */
  public static List<Fact<Boolean>> facts(List<String> row, Design design) {
    CallGraph calls = new CallGraph(design);
    List<Fact<Boolean>> found = new ArrayList<>();
    for (int i = 0; i + 1 < row.size(); i++) {
      Map<String, Fact<Boolean>> called = calls.facts.getOrDefault(row.get(i), Map.of());
      Optional.ofNullable(called.get(row.get(i + 1))).ifPresent(found::add);
    }
    return found;
  }
}
