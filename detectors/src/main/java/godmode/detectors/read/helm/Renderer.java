package godmode.detectors.read.helm;

import godmode.detectors.read.helm.Values.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the templates of one chart. A value that is not in the repository is unknown, and so is all
 * that is computed from it.
 */
final class Renderer {
  /** Nodes and values in one template file; ends templates that never end. */
  static final int STEPS_MAX = 500_000;

  /** Nodes and values over all charts of a repository. */
  static final int STEPS_IN_ALL_MAX = 30_000_000;

  /** How deep named templates may call each other. */
  static final int CALLS_MAX = 60;

  private final Map<String, List<Node>> named;
  private final Functions functions;
  private final AtomicInteger stepsInAll;
  private int steps;
  private int calls;

  /**
   * A renderer of one chart.
   *
   * @param named its named templates and those of the charts in it; texts that are templates add
   *     theirs
   * @param stepsInAll counts over all renderers
   */
  Renderer(Map<String, List<Node>> named, AtomicInteger stepsInAll) {
    this.named = named;
    this.stepsInAll = stepsInAll;
    this.functions = new Functions(this);
  }

  /** The variables of a block, over those around it. */
  private static final class Scope {
    private final Map<String, Object> variables = new HashMap<>();
    private final Optional<Scope> outer;

    Scope(Optional<Scope> outer) {
      this.outer = outer;
    }

    void declare(String name, Object value) {
      variables.put(name, value);
    }

    void assign(String name, Object value) {
      if (variables.containsKey(name) || outer.isEmpty()) {
        variables.put(name, value);
      } else {
        outer.get().assign(name, value);
      }
    }

    Object get(String name) {
      Object own = variables.get(name);
      if (own != null) {
        return own;
      }
      return outer.map(o -> o.get(name)).orElse(Values.NOTHING);
    }
  }

  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  /** Renders a template file with a root such as {@code {Values: …, Release: …}}. */
  Output render(List<Node> nodes, Map<String, Object> root) {
    steps = 0;
    calls = 0;
    Output out = new Output();
    run(nodes, root, rootScope(root), out);
    return out;
  }

  private static Scope rootScope(Object root) {
    Scope scope = new Scope(Optional.empty());
    scope.declare("", root);
    return scope;
  }

  /** The text of a named template. */
  Object include(String name, Object dot) {
    List<Node> nodes = named.get(name);
    if (nodes == null) {
      return new Unknown("template " + name + " is not in the chart");
    }
    return text(nodes, dot);
  }

  /** What a text that is a template itself writes. */
  Object evaluated(String text, Object dot) {
    if (!text.contains("{{")) {
      return text;
    }
    TemplateParser.Parsed parsed = TemplateParser.parse(text);
    named.putAll(parsed.defined());
    return text(parsed.nodes(), dot);
  }

  private String text(List<Node> nodes, Object dot) {
    if (++calls > CALLS_MAX) {
      throw new BadTemplate("named templates call each other without end", 1);
    }
    Output out = new Output();
    run(nodes, dot, rootScope(dot), out);
    calls--;
    return out.text();
  }

  private void step(int line) {
    if (++steps > STEPS_MAX) {
      throw new BadTemplate("more than " + STEPS_MAX + " steps are needed to render it", line);
    }
    if (stepsInAll.incrementAndGet() > STEPS_IN_ALL_MAX) {
      throw new BadTemplate(
          "the charts before it took " + STEPS_IN_ALL_MAX + " steps; review it alone", line);
    }
  }

  private Flow run(List<Node> nodes, Object dot, Scope scope, Output out) {
    for (Node node : nodes) {
      Flow flow = run(node, dot, scope, out);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow run(Node node, Object dot, Scope scope, Output out) {
    if (node instanceof Node.Text text) {
      step(text.line());
      out.write(text.text(), text.line(), text.column(), true);
    } else if (node instanceof Node.Print print) {
      step(print.line());
      out.write(
          printed(value(print.value(), dot, scope), print.value()),
          print.line(),
          print.column(),
          false);
    } else if (node instanceof Node.Assign assign) {
      step(assign.line());
      Object value = value(assign.value(), dot, scope);
      if (assign.declares()) {
        scope.declare(assign.name(), value);
      } else {
        scope.assign(assign.name(), value);
      }
    } else if (node instanceof Node.If choice) {
      return choose(choice, dot, scope, out);
    } else if (node instanceof Node.Range range) {
      return repeat(range, dot, scope, out);
    } else if (node instanceof Node.With with) {
      return with(with, dot, scope, out);
    } else if (node instanceof Node.Template call) {
      step(call.line());
      Object written = include(call.name(), value(call.dot(), dot, scope));
      out.write(printed(written, call.dot()), call.line(), call.column(), false);
    } else if (node instanceof Node.Jump jump) {
      return jump.ends() ? Flow.BREAK : Flow.CONTINUE;
    }
    return Flow.ON;
  }

  private static String printed(Object value, Expression expression) {
    if (value instanceof Unknown unknown) {
      return Marks.of(unknown);
    }
    if (Values.isNothing(value)) {
      return isField(expression)
          ? Marks.of(new Unknown(shown(expression) + " has no value in the chart"))
          : "";
    }
    return Values.text(value);
  }

  private static boolean isField(Expression expression) {
    return expression instanceof Expression.Path;
  }

  private static String shown(Expression expression) {
    return expression instanceof Expression.Path path
        ? "." + String.join(".", path.fields())
        : "it";
  }

  private Flow choose(Node.If choice, Object dot, Scope scope, Output out) {
    step(choice.line());
    Object condition = value(choice.condition(), dot, scope);
    Scope inner = new Scope(Optional.of(scope));
    if (unknown(condition).isEmpty()) {
      return run(Values.isTrue(condition) ? choice.body() : choice.otherwise(), dot, inner, out);
    }
    Unknown why = unknown(condition).get();
    if (!hasLines(choice.body())) {
      out.write(Marks.of(why), choice.line(), choice.column(), false);
      return Flow.ON;
    }
    // Either body may be what is deployed, so nothing in them is certain.
    String before = out.doubt(why.reason());
    run(choice.body(), dot, inner, out);
    run(choice.otherwise(), dot, new Scope(Optional.of(scope)), out);
    out.restore(before);
    return Flow.ON;
  }

  private static boolean hasLines(List<Node> nodes) {
    return nodes.stream()
        .anyMatch(node -> !(node instanceof Node.Text text) || text.text().contains("\n"));
  }

  private Flow with(Node.With with, Object dot, Scope scope, Output out) {
    step(with.line());
    Object value = value(with.value(), dot, scope);
    Scope inner = new Scope(Optional.of(scope));
    if (!with.name().isEmpty()) {
      inner.declare(with.name(), value);
    }
    if (unknown(value).isPresent()) {
      String before = out.doubt(unknown(value).get().reason());
      run(with.body(), value, inner, out);
      out.restore(before);
      return Flow.ON;
    }
    return Values.isTrue(value)
        ? run(with.body(), value, inner, out)
        : run(with.otherwise(), dot, inner, out);
  }

  private Flow repeat(Node.Range range, Object dot, Scope scope, Output out) {
    step(range.line());
    Object value = value(range.value(), dot, scope);
    if (unknown(value).isPresent()) {
      String before = out.doubt(unknown(value).get().reason());
      run(range.body(), value, new Scope(Optional.of(scope)), out);
      out.restore(before);
      return Flow.ON;
    }
    Map<Object, Object> items = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      Values.asMap(map).forEach(items::put);
    } else if (value instanceof Long count) {
      for (long i = 0; i < Math.min(count, STEPS_MAX); i++) {
        items.put(i, i);
      }
    } else {
      List<Object> list = Values.asList(value);
      for (int i = 0; i < list.size(); i++) {
        items.put((long) i, list.get(i));
      }
    }
    if (items.isEmpty()) {
      return run(range.otherwise(), dot, new Scope(Optional.of(scope)), out);
    }
    for (Map.Entry<Object, Object> item : items.entrySet()) {
      step(range.line());
      Scope inner = new Scope(Optional.of(scope));
      inner.declare(range.key(), item.getKey());
      inner.declare(range.item(), item.getValue());
      inner.variables.remove("");
      if (run(range.body(), item.getValue(), inner, out) == Flow.BREAK) {
        break;
      }
    }
    return Flow.ON;
  }

  /** A value that is unknown, or a text of which a part is. */
  static Optional<Unknown> unknown(Object value) {
    if (value instanceof Unknown unknown) {
      return Optional.of(unknown);
    }
    return value instanceof String text ? Marks.reason(text).map(Unknown::new) : Optional.empty();
  }

  private Object value(Expression expression, Object dot, Scope scope) {
    step(1);
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Variable variable) {
      return scope.get(variable.name());
    }
    if (expression instanceof Expression.Path path) {
      return field(value(path.base(), dot, scope), path.fields());
    }
    if (expression instanceof Expression.Call call) {
      return call(call.function(), call.arguments(), List.of(), dot, scope);
    }
    if (expression instanceof Expression.Method method) {
      return method(method.target(), values(method.arguments(), dot, scope), dot, scope);
    }
    if (expression instanceof Expression.Piped piped) {
      return piped(piped, dot, scope);
    }
    return dot;
  }

  private Object piped(Expression.Piped piped, Object dot, Scope scope) {
    Object result = value(piped.stages().get(0), dot, scope);
    for (Expression stage : piped.stages().subList(1, piped.stages().size())) {
      List<Object> last = List.of(result);
      if (stage instanceof Expression.Call call) {
        result = call(call.function(), call.arguments(), last, dot, scope);
      } else if (stage instanceof Expression.Method method) {
        List<Object> arguments = new ArrayList<>(values(method.arguments(), dot, scope));
        arguments.addAll(last);
        result = method(method.target(), arguments, dot, scope);
      } else if (stage instanceof Expression.Path path) {
        result = method(path, last, dot, scope);
      } else {
        return new Unknown("a pipe ends in something that is no function");
      }
    }
    return result;
  }

  private Object call(
      String function, List<Expression> arguments, List<Object> last, Object dot, Scope scope) {
    if (function.equals("and") || function.equals("or")) {
      return lazily(function.equals("and"), arguments, last, dot, scope);
    }
    List<Object> all = new ArrayList<>(values(arguments, dot, scope));
    all.addAll(last);
    return functions.call(function, all);
  }

  /** The first argument that decides, so that what stands behind it is never looked at. */
  private Object lazily(
      boolean and, List<Expression> arguments, List<Object> last, Object dot, Scope scope) {
    Object result = Values.NOTHING;
    Optional<Object> doubtful = Optional.empty();
    int count = arguments.size() + last.size();
    for (int i = 0; i < count; i++) {
      result =
          i < arguments.size()
              ? value(arguments.get(i), dot, scope)
              : last.get(i - arguments.size());
      if (unknown(result).isPresent()) {
        doubtful = doubtful.isPresent() ? doubtful : Optional.of(result);
      } else if (Values.isTrue(result) != and) {
        return result;
      }
    }
    return doubtful.orElse(result);
  }

  private List<Object> values(List<Expression> expressions, Object dot, Scope scope) {
    return expressions.stream().map(one -> value(one, dot, scope)).toList();
  }

  private Object method(Expression.Path path, List<Object> arguments, Object dot, Scope scope) {
    List<String> fields = path.fields();
    Object target = value(path.base(), dot, scope);
    Object holder = field(target, fields.subList(0, fields.size() - 1));
    return holder instanceof Methods methods
        ? methods.call(fields.get(fields.size() - 1), arguments)
        : new Unknown("." + String.join(".", fields) + " is no function that is known");
  }

  private static Object field(Object value, List<String> fields) {
    Object here = value;
    for (String field : fields) {
      if (here instanceof Unknown) {
        return here;
      }
      if (here instanceof Methods methods) {
        here = methods.call(field, List.of());
      } else if (here instanceof Map<?, ?> map) {
        Object there = map.get(field);
        here = there == null ? Values.NOTHING : there;
      } else {
        return Values.NOTHING;
      }
    }
    return here;
  }

  /** An object with functions, such as {@code .Files}. */
  interface Methods {
    Object call(String name, List<Object> arguments);
  }
}
