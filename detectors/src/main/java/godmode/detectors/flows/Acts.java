package godmode.detectors.flows;

import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lists the calls of one method in the order in which they run. */
final class Acts {
  private static final Set<String> ASYNC =
      Set.of(
          "runAsync", "supplyAsync", "submit", "execute", "schedule", "fork", "startVirtualThread");
  private static final Pattern POOL =
      Pattern.compile(
          "CompletableFuture|.*Executor(Service)?|Thread|TaskScheduler|.*TaskExecutor|Observable");
  private static final Pattern TEMPLATE =
      Pattern.compile("TransactionTemplate|TransactionOperations");
  private static final Set<String> EACH =
      Set.of("forEach", "map", "flatMap", "peek", "forEachOrdered");
  private static final Pattern CHANGING_MAPPING =
      Pattern.compile("(Post|Put|Delete|Patch)(Mapping|Exchange)|POST|PUT|DELETE|PATCH");
  private static final Pattern ASKING_MAPPING = Pattern.compile("Get(Mapping|Exchange)|GET|HEAD");
  private static final int TARGETS_MAX = 4;

  private final Program program;
  private final Library library;
  private final Scope scope;
  private final List<Act> acts = new ArrayList<>();

  private Acts(Program program, Library library, Scope scope) {
    this.program = program;
    this.library = library;
    this.scope = scope;
  }

  static List<Act> of(Program program, Library library, Scope scope, Code body) {
    Acts acts = new Acts(program, library, scope);
    acts.statement(body, Act.Context.PLAIN);
    return List.copyOf(acts.acts);
  }

  private void statement(Code code, Act.Context context) {
    switch (code.kind()) {
      case BLOCK -> code.parts().forEach(part -> statement(part, context));
      case IF -> {
        visit(code.parts().get(0), code.parts().get(0), context.used(true));
        code.parts().subList(1, code.parts().size()).forEach(part -> statement(part, context));
      }
      case LOOP -> {
        List<Code> parts = code.parts();
        parts.subList(0, parts.size() - 1).forEach(part -> visit(part, part, context.used(true)));
        statement(parts.get(parts.size() - 1), context.inLoop());
      }
      case TRY -> attempt(code, context);
      case CATCH -> code.parts().forEach(part -> statement(part, context.inHandler()));
      case FINALLY -> code.parts().forEach(part -> statement(part, context.atLast()));
      case SYNCHRONIZED -> code.parts().forEach(part -> statement(part, context));
      default -> visit(code, code, context.used(false));
    }
  }

  private void attempt(Code code, Act.Context context) {
    boolean handled = code.parts().stream().anyMatch(part -> part.is(Code.Kind.CATCH));
    for (Code part : code.parts()) {
      boolean body = !part.is(Code.Kind.CATCH) && !part.is(Code.Kind.FINALLY);
      statement(part, body && handled ? context.inTry() : context);
    }
  }

  private void visit(Code code, Code statement, Act.Context context) {
    switch (code.kind()) {
      case CALL -> call(code, statement, context);
      case LAMBDA -> lambda(code.parts().get(0), context);
      case METHOD -> code.parts().forEach(part -> statement(part, context.used(false)));
      case NEW -> {
        boolean thread = code.type().equals("Thread");
        code.parts().forEach(p -> visit(p, statement, thread ? context.inAsync() : context));
        creation(code, statement, context);
      }
      case BLOCK, IF, LOOP, TRY -> statement(code, context);
      case REFERENCE -> reference(code, statement, context);
      default -> code.parts().forEach(part -> visit(part, statement, context.used(true)));
    }
  }

  /** What a function without a block gives back is used by whoever runs it. */
  private void lambda(Code body, Act.Context context) {
    if (body.is(Code.Kind.BLOCK)) {
      statement(body, context.used(false));
    } else {
      visit(body, body, context.used(true));
    }
  }

  private void call(Code call, Code statement, Act.Context context) {
    Optional<Ref> receiver =
        call.receiver().is(Code.Kind.NONE)
            ? Optional.of(scope.callee(call))
            : scope.typeOf(call.receiver());
    visit(call.receiver(), statement, context.used(true));
    String on = receiver.map(Ref::simple).orElse("");
    Act.Context inner = context.used(true);
    if (ASYNC.contains(call.text()) && POOL.matcher(on).matches()) {
      inner = context.inAsync();
    } else if (TEMPLATE.matcher(on).matches() && call.text().startsWith("execute")) {
      inner = context.inTemplate();
    } else if (EACH.contains(call.text())) {
      inner = context.inLoop();
    }
    for (Code argument : call.arguments()) {
      visit(argument, statement, inner);
    }
    add(call, receiver, statement, context);
  }

  private void add(Code call, Optional<Ref> receiver, Code statement, Act.Context context) {
    Optional<JavaType> own = receiver.flatMap(program::resolve);
    Optional<Effect> effect = Optional.empty();
    List<Program.Declared<JavaType.Method>> targets = List.of();
    int count = call.arguments().size();
    if (own.isPresent()) {
      effect = ownEffect(own.get(), call, count);
      if (effect.isEmpty()) {
        targets = program.methods(own.get(), call.text(), count);
      }
      if (effect.isEmpty() && targets.isEmpty()) {
        effect = inherited(own.get(), call, statement);
      }
    } else if (receiver.isPresent()) {
      Ref ref = receiver.get();
      effect = library.effect(ref.outer(), names(ref), call, statement);
      if (effect.isEmpty()) {
        targets = program.implementations(ref, call.text(), count);
      }
    }
    if (isPublishEvent(call, receiver)) {
      targets = listeners(call);
    }
    acts.add(
        new Act(
            call,
            effect,
            targets.size() > TARGETS_MAX ? List.of() : targets,
            receiver,
            statement,
            context));
  }

  /** What a type of the repository inherits from a library's. */
  private Optional<Effect> inherited(JavaType own, Code call, Code statement) {
    for (Ref ref : program.supertypeRefs(own)) {
      if (program.resolve(ref).isEmpty()) {
        Optional<Effect> found = library.effect(ref.outer(), names(ref), call, statement);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Set<String> names(Ref ref) {
    Set<String> names = program.fullNames(ref);
    // A type that a library's method returned is not imported where it is used.
    return library.knowsResult(ref.outer()) && !isImported(ref)
        ? library.allNames(ref.outer())
        : names;
  }

  private static boolean isImported(Ref ref) {
    return ref.scope().imports().containsKey(ref.outer());
  }

  private Optional<Effect> ownEffect(JavaType own, Code call, int count) {
    if (isClient(own)) {
      return Optional.of(
          new Effect(Effect.Kind.REMOTE_CALL, "http", changes(own, call, count), own.name()));
    }
    boolean declaredHere =
        own.methods(call.text(), count).stream().anyMatch(JavaType.Method::hasBody);
    return Stores.isStore(program, own) && !declaredHere
        ? Optional.of(Stores.effect(program, own, call.text(), count))
        : Optional.empty();
  }

  /** Interfaces that a framework implements by calls to another process. */
  static boolean isClient(JavaType type) {
    return type.isInterface()
        && (type.annotation("FeignClient").isPresent()
            || type.annotation("RegisterRestClient").isPresent()
            || type.annotation("HttpExchange").isPresent()
            || type.methods().stream()
                .flatMap(method -> method.annotations().stream())
                .anyMatch(
                    use -> use.name().matches("(Get|Post|Put|Delete|Patch)Exchange|RequestLine")));
  }

  private boolean changes(JavaType client, Code call, int count) {
    for (JavaType owner : program.withSupertypes(client)) {
      for (JavaType.Method method : owner.methods(call.text(), count)) {
        for (AnnotationUse use : method.annotations()) {
          if (CHANGING_MAPPING.matcher(use.name()).matches()) {
            return true;
          }
          if (use.name().equals("RequestMapping") || use.name().equals("RequestLine")) {
            return use.all().stream()
                .anyMatch(
                    value ->
                        value.text().matches("(RequestMethod\\.)?(POST|PUT|DELETE|PATCH)\\b.*"));
          }
          if (ASKING_MAPPING.matcher(use.name()).matches()) {
            return false;
          }
        }
      }
    }
    return false;
  }

  private boolean isPublishEvent(Code call, Optional<Ref> receiver) {
    return call.text().equals("publishEvent")
        && receiver
            .filter(ref -> ref.simple().matches("ApplicationEventPublisher|ApplicationContext"))
            .isPresent();
  }

  /** Spring runs the listeners of an event before {@code publishEvent} returns. */
  private List<Program.Declared<JavaType.Method>> listeners(Code call) {
    if (call.arguments().size() != 1) {
      return List.of();
    }
    Optional<Ref> event = scope.typeOf(call.arguments().get(0));
    if (event.isEmpty()) {
      return List.of();
    }
    Set<String> names = new TreeSet<>(Set.of(event.get().simple()));
    program
        .resolve(event.get())
        .ifPresent(own -> program.supertypeRefs(own).forEach(ref -> names.add(ref.simple())));
    List<Program.Declared<JavaType.Method>> found = new ArrayList<>();
    for (Program.Declared<JavaType.Method> listener : program.listening(scope.type().folder())) {
      JavaType.Method method = listener.member();
      boolean listens =
          method.annotation("Async").isEmpty()
              && method.parameters().size() == 1
              && names.contains(
                  new Ref(method.parameters().get(0).type(), listener.type()).simple());
      if (listens) {
        found.add(listener);
      }
    }
    return found;
  }

  private void creation(Code code, Code statement, Act.Context context) {
    Ref ref = new Ref(code.type(), scope.type());
    List<Program.Declared<JavaType.Method>> targets =
        program
            .resolve(ref)
            .map(own -> program.methods(own, "new", code.parts().size()))
            .orElse(List.of());
    acts.add(new Act(code, Optional.empty(), targets, Optional.of(ref), statement, context));
  }

  /** A method that is handed on is run by whoever gets it: here, with one argument. */
  private void reference(Code code, Code statement, Act.Context context) {
    Optional<Ref> receiver = scope.typeOf(code.parts().get(0));
    Code call = new Code(Code.Kind.CALL, code.text(), "", asCall(code), code.at());
    add(call, receiver, statement, context);
  }

  private static List<Code> asCall(Code reference) {
    Code argument = new Code(Code.Kind.LITERAL, "", "", List.of(), reference.at());
    return List.of(reference.parts().get(0), argument);
  }
}
