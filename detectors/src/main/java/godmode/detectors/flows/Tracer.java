package godmode.detectors.flows;

import godmode.core.evidence.Step;
import godmode.detectors.Units;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows calls from method to method, and lists the effects they lead to. */
final class Tracer {
  /** How many calls of methods of the repository lie between a method and an effect. */
  static final int DEPTH_MAX = 4;

  private static final int EVENTS_MAX = 300;

  private final Program program;
  private final Library library = new Library();
  private final Map<JavaType.Method, List<Act>> acts = new HashMap<>();
  private final Map<JavaType.Method, List<Event>> events = new HashMap<>();

  /** How many calls away from an effect a method is; those too far away are left out. */
  private final Map<JavaType.Method, Integer> distance = new HashMap<>();

  private Tracer(Program program) {
    this.program = program;
    measure();
  }

  /** From each method with an effect of its own back to those that call it. */
  private void measure() {
    Map<JavaType.Method, List<JavaType.Method>> callers = new HashMap<>();
    List<JavaType.Method> open = new ArrayList<>();
    for (JavaType type : program.types()) {
      for (JavaType.Method method : type.methods()) {
        for (Act act : acts(type, method)) {
          if (act.effect().isPresent() && distance.putIfAbsent(method, 0) == null) {
            open.add(method);
          }
          for (Program.Declared<JavaType.Method> target : act.targets()) {
            callers.computeIfAbsent(target.member(), unused -> new ArrayList<>()).add(method);
          }
        }
      }
    }
    for (int i = 0; i < open.size(); i++) {
      JavaType.Method near = open.get(i);
      int next = distanceOf(near) + 1;
      for (JavaType.Method caller : Optional.ofNullable(callers.get(near)).orElse(List.of())) {
        if (next <= DEPTH_MAX && distance.putIfAbsent(caller, next) == null) {
          open.add(caller);
        }
      }
    }
  }

  private int distanceOf(JavaType.Method method) {
    return Optional.ofNullable(distance.get(method)).orElse(Integer.MAX_VALUE);
  }

  /** One for all detectors of a run. */
  static Tracer of(Units units) {
    return units.derived(Tracer.class, () -> List.of(new Tracer(Program.of(units)))).get(0);
  }

  Program program() {
    return program;
  }

  /** The types of the expressions in a method. */
  Scope scope(JavaType type, JavaType.Method method) {
    return new Scope(program, library, type, method);
  }

  /** The calls of a method, in the order in which they run. */
  List<Act> acts(JavaType type, JavaType.Method method) {
    List<Act> known = acts.get(method);
    if (known == null) {
      known = Acts.of(program, library, scope(type, method), method.body());
      acts.put(method, known);
    }
    return known;
  }

  /** The effects of a method, in the order in which it has them. */
  List<Event> events(JavaType type, JavaType.Method method) {
    List<Event> known = events.get(method);
    if (known == null) {
      List<Event> found = new ArrayList<>();
      follow(new Program.Declared<>(type, method), new Way(), found);
      known = List.copyOf(found);
      events.put(method, known);
    }
    return known;
  }

  /** How far a trace has come. */
  private static final class Way {
    final List<Program.Declared<JavaType.Method>> methods = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    int async;
  }

  private void follow(Program.Declared<JavaType.Method> at, Way way, List<Event> found) {
    boolean again = way.methods.stream().anyMatch(one -> one.member().equals(at.member()));
    if (again
        || distanceOf(at.member()) > DEPTH_MAX - way.methods.size()
        || found.size() > EVENTS_MAX) {
      return;
    }
    way.methods.add(at);
    for (Act act : acts(at.type(), at.member())) {
      way.acts.add(act);
      int async = act.context().async() ? 1 : 0;
      way.async += async;
      Optional<Effect> effect = act.effect();
      if (effect.isPresent()) {
        way.steps.add(new Step(name(at) + " " + effect.get().words(), act.call().at()));
        found.add(
            new Event(
                effect.get(),
                List.copyOf(way.steps),
                act,
                List.copyOf(way.acts),
                way.async > 0,
                List.copyOf(way.methods)));
        way.steps.remove(way.steps.size() - 1);
      }
      for (Program.Declared<JavaType.Method> target : act.targets()) {
        boolean aside = target.member().annotation("Async").isPresent();
        way.async += aside ? 1 : 0;
        way.steps.add(new Step(name(at) + " calls " + name(target), act.call().at()));
        follow(target, way, found);
        way.steps.remove(way.steps.size() - 1);
        way.async -= aside ? 1 : 0;
      }
      way.async -= async;
      way.acts.remove(way.acts.size() - 1);
    }
    way.methods.remove(way.methods.size() - 1);
  }

  /** What reports call a method: {@code OrderService.place}. */
  static String name(Program.Declared<JavaType.Method> method) {
    return name(method.type(), method.member());
  }

  static String name(JavaType type, JavaType.Method method) {
    return type.name() + "." + method.name();
  }
}
