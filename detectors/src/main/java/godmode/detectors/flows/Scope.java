package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of the expressions in one method, as far as declarations tell them. */
final class Scope {
  private static final Set<String> HOLDERS =
      Set.of(
          "List",
          "ArrayList",
          "LinkedList",
          "Set",
          "HashSet",
          "Collection",
          "Iterable",
          "Iterator",
          "Optional",
          "Stream",
          "Page",
          "Slice",
          "Queue",
          "Deque",
          "BlockingQueue",
          "Mono",
          "Flux",
          "Uni",
          "CompletableFuture",
          "Future",
          "ResponseEntity",
          "Map",
          "HashMap",
          "ConcurrentHashMap",
          "ConcurrentMap");

  private static final Set<String> TAKING =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "next",
          "orElse",
          "orElseThrow",
          "orElseGet",
          "block",
          "join",
          "getBody",
          "remove",
          "poll",
          "peek",
          "take",
          "element",
          "getOrDefault");

  private static final int AROUND_MAX = 5;

  private final Program program;
  private final Library library;
  private final JavaType type;
  private final Map<String, Ref> variables = new HashMap<>();

  Scope(Program program, Library library, JavaType type, JavaType.Method method) {
    this.program = program;
    this.library = library;
    this.type = type;
    method.parameters().forEach(p -> variables.put(p.name(), new Ref(p.type(), type)));
    method.body().walk(this::declare);
  }

  private void declare(Code code) {
    if (code.is(Code.Kind.LOCAL)) {
      boolean inferred = code.type().equals("var") || code.type().equals("val");
      Optional<Ref> found =
          inferred
              ? code.parts().stream().findFirst().flatMap(this::typeOf)
              : Optional.of(new Ref(code.type(), type));
      found.ifPresent(ref -> variables.put(code.text(), ref));
    } else if (code.is(Code.Kind.CALL)) {
      for (Code argument : code.arguments()) {
        boolean one = argument.is(Code.Kind.LAMBDA) && !argument.text().contains(",");
        if (one && !argument.text().isEmpty()) {
          typeOf(code.receiver())
              .filter(holder -> HOLDERS.contains(holder.simple()) || holder.isArray())
              .flatMap(Ref::element)
              .ifPresent(element -> variables.putIfAbsent(argument.text(), element));
        }
      }
    }
  }

  /**
   * Whose method a call without a receiver runs: the type's own, one of a type around it, or one
   * that is imported.
   */
  Ref callee(Code call) {
    JavaType at = type;
    for (int i = 0; i < AROUND_MAX; i++) {
      if (program.declares(at, call.text(), call.arguments().size())) {
        return new Ref(at.name(), at);
      }
      JavaType inner = at;
      Optional<JavaType> around =
          inner.outer().isEmpty()
              ? Optional.empty()
              : program.resolve(new Ref(inner.outer(), inner)).filter(o -> !o.equals(inner));
      if (around.isEmpty()) {
        break;
      }
      at = around.get();
    }
    return imported(call).orElseGet(() -> new Ref(type.name(), type));
  }

  private Optional<Ref> imported(Code call) {
    String method = "." + call.text();
    Optional<Ref> one =
        Optional.ofNullable(type.imports().get(call.text()))
            .filter(name -> name.endsWith(method))
            .map(name -> new Ref(name.substring(0, name.length() - method.length()), type))
            .filter(ref -> !ref.outer().isEmpty());
    return one.or(
        () ->
            type.wildcards().stream()
                .map(name -> new Ref(name, type))
                .filter(
                    ref ->
                        program
                            .resolve(ref)
                            .filter(t -> program.declares(t, call.text(), call.arguments().size()))
                            .isPresent())
                .findFirst());
  }

  JavaType type() {
    return type;
  }

  /** The type of an expression. */
  Optional<Ref> typeOf(Code code) {
    boolean cast =
        !code.type().isEmpty()
            && !code.is(Code.Kind.NEW)
            && !code.is(Code.Kind.LOCAL)
            && !code.is(Code.Kind.CLASS);
    if (cast) {
      return Optional.of(new Ref(code.type(), type));
    }
    return switch (code.kind()) {
      case NAME -> named(code.text());
      case FIELD -> field(code);
      case NEW -> Optional.of(new Ref(code.type(), type));
      case CALL -> result(code);
      case CONDITIONAL -> typeOf(code.parts().get(1)).or(() -> typeOf(code.parts().get(2)));
      case ASSIGN -> typeOf(code.parts().get(0));
      case UNARY ->
          code.text().equals("each")
              ? typeOf(code.parts().get(0)).flatMap(Ref::element)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Ref> named(String name) {
    if (name.equals("this")) {
      return Optional.of(new Ref(type.name(), type));
    }
    if (name.equals("super")) {
      return type.supertypes().stream().findFirst().map(above -> new Ref(above, type));
    }
    Ref variable = variables.get(name);
    if (variable != null) {
      return Optional.of(variable);
    }
    Optional<Ref> field =
        program.field(type, name).map(found -> new Ref(found.member().type(), found.type()));
    if (field.isPresent()) {
      return field;
    }
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0))
        ? Optional.of(new Ref(name, type))
        : Optional.empty();
  }

  private Optional<Ref> field(Code code) {
    Code of = code.parts().get(0);
    String name = code.text();
    Optional<Ref> owner = typeOf(of);
    Optional<Ref> field =
        owner
            .flatMap(program::resolve)
            .flatMap(declaring -> program.field(declaring, name))
            .map(found -> new Ref(found.member().type(), found.type()));
    if (field.isPresent() || (of.is(Code.Kind.NAME) && of.text().equals("this"))) {
      return field;
    }
    // A nested type, or a type with its package before it.
    return Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT))
        ? Optional.of(new Ref(name, type))
        : Optional.empty();
  }

  private Optional<Ref> result(Code call) {
    Optional<Ref> receiver =
        call.receiver().is(Code.Kind.NONE) ? Optional.of(callee(call)) : typeOf(call.receiver());
    if (receiver.isEmpty()) {
      return Optional.empty();
    }
    Ref on = receiver.get();
    Optional<JavaType> own = program.resolve(on);
    if (own.isPresent()) {
      return ownResult(on, own.get(), call);
    }
    if (HOLDERS.contains(on.simple())) {
      return TAKING.contains(call.text()) ? on.element() : Optional.of(on);
    }
    Optional<String> other = library.result(on.simple(), call.text());
    return other.isPresent() ? other.map(name -> new Ref(name, on.scope())) : Optional.of(on);
  }

  private Optional<Ref> ownResult(Ref on, JavaType own, Code call) {
    for (JavaType owner : program.withSupertypes(own)) {
      List<JavaType.Method> methods = owner.methods(call.text(), call.arguments().size());
      if (!methods.isEmpty()) {
        return Optional.of(new Ref(methods.get(0).result(), owner));
      }
    }
    // A getter that Lombok or a record makes.
    Optional<Ref> property = property(own, call);
    if (property.isPresent()) {
      return property;
    }
    if (Stores.isStore(program, own)) {
      return Stores.entity(program, own)
          .map(
              entity ->
                  call.text().startsWith("findAll") || call.text().startsWith("selectList")
                      ? new Ref("List<" + entity.text() + ">", entity.scope())
                      : call.text().startsWith("find")
                          ? new Ref("Optional<" + entity.text() + ">", entity.scope())
                          : entity);
    }
    // Inherited from a library: a chain of calls goes on with what it begins with.
    return own.supertypes().isEmpty() ? Optional.empty() : Optional.of(on);
  }

  private Optional<Ref> property(JavaType own, Code call) {
    if (!call.arguments().isEmpty()) {
      return Optional.empty();
    }
    String name = Properties.read(call.text());
    return program.field(own, name).map(found -> new Ref(found.member().type(), found.type()));
  }
}
