package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds values that are read, computed on and written back, and what notices a write in between.
 */
@AutoService(Detector.class)
public final class UpdateDetector implements Detector {
  private static final Set<String> ARITHMETIC =
      Set.of("add", "subtract", "plus", "minus", "multiply");
  private static final Pattern CAREFUL =
      Pattern.compile("(?i).*(forupdate|withlock|locked|pessimistic).*");
  private static final Pattern OPTIMISTIC =
      Pattern.compile(
          "(?i).*(optimisticlock|withversion|byversion|compareandset|compareandswap).*");
  private static final Pattern LOCKING = Pattern.compile("lock|tryLock|acquire|lockInterruptibly");
  private static final String NOTHING = "nothing";

  @Override
  public String id() {
    return "java-updates";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    List<JavaType> types = tracer.program().types();
    for (JavaType type : types) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()) {
          computed(tracer, type, method, flows);
          conditional(tracer, type, method, flows);
        }
      }
      version(types, type, flows);
    }
  }

  private static void computed(
      Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Code> setters = new ArrayList<>();
    method
        .body()
        .walk(
            code -> {
              if (isComputed(method, code)) {
                setters.add(code);
              }
            });
    if (setters.isEmpty()) {
      return;
    }
    Scope scope = tracer.scope(type, method);
    for (Code setter : setters) {
      String variable = setter.receiver().text();
      Optional<Act> write =
          tracer.acts(type, method).stream()
              .filter(act -> act.effect().filter(Effect::changesDatabase).isPresent())
              .filter(act -> act.call().arguments().stream().anyMatch(a -> a.mentions(variable)))
              .findFirst();
      boolean parameter = method.parameters().stream().anyMatch(p -> p.name().equals(variable));
      Optional<Ref> entity = scope.typeOf(setter.receiver());
      if (write.isEmpty() || parameter || isNew(method, variable) || entity.isEmpty()) {
        continue;
      }
      String checked = checked(tracer, type, method, entity.get());
      String name = Tracer.name(type, method);
      String value = entity.get().simple() + "." + Properties.written(setter.text());
      flows.flow(
          type,
          name,
          FlowKind.READ_MODIFY_WRITE,
          List.of(
              new Step(name + " computes " + value, setter.at()),
              new Step(name + " writes it back", write.get().call().at())),
          List.of(
              Said.inferred(Attributes.VALUE, value, setter.at()),
              Said.inferred(Attributes.CHECKED_BY, checked, write.get().call().at())));
      return;
    }
  }

  /** {@code order.setStock(order.getStock() - n)}, also by way of a variable. */
  private static boolean isComputed(JavaType.Method method, Code code) {
    boolean setter =
        code.is(Code.Kind.CALL)
            && code.receiver().is(Code.Kind.NAME)
            && code.arguments().size() == 1
            && !Properties.written(code.text()).isEmpty();
    if (!setter) {
      return false;
    }
    String property = Properties.written(code.text());
    String variable = code.receiver().text();
    Code value = code.arguments().get(0);
    return isFrom(value, variable, property)
        || (value.is(Code.Kind.NAME)
            && method
                .body()
                .any(
                    local ->
                        local.is(Code.Kind.LOCAL)
                            && local.text().equals(value.text())
                            && local.parts().stream()
                                .anyMatch(p -> isFrom(p, variable, property))));
  }

  private static boolean isFrom(Code value, String variable, String property) {
    boolean sum = value.is(Code.Kind.BINARY) && value.text().matches("[-+*]");
    boolean method = value.is(Code.Kind.CALL) && ARITHMETIC.contains(value.text());
    return (sum || method)
        && value.any(
            code ->
                code.is(Code.Kind.CALL)
                    && code.receiver().is(Code.Kind.NAME)
                    && code.receiver().text().equals(variable)
                    && Properties.read(code.text()).equals(property));
  }

  private static boolean isNew(JavaType.Method method, String variable) {
    return method
        .body()
        .any(
            local ->
                local.is(Code.Kind.LOCAL)
                    && local.text().equals(variable)
                    && local.parts().stream().anyMatch(part -> part.is(Code.Kind.NEW)));
  }

  private static String checked(Tracer tracer, JavaType type, JavaType.Method method, Ref entity) {
    Program program = tracer.program();
    Optional<JavaType> own = program.resolve(entity);
    if (own.filter(found -> Versions.isVersioned(program, found)).isPresent()) {
      return "a version";
    }
    Optional<AnnotationUse> transaction = program.annotation(type, method, "Transactional");
    if (transaction.stream()
        .flatMap(use -> use.first("isolation").stream())
        .anyMatch(v -> v.text().endsWith("SERIALIZABLE"))) {
      return "serializable isolation";
    }
    for (Act act : tracer.acts(type, method)) {
      String called = act.call().text();
      boolean locked =
          act
              .receiver()
              .flatMap(program::resolve)
              .map(store -> store.methods(called, act.call().arguments().size()))
              .stream()
              .flatMap(List::stream)
              .anyMatch(m -> m.annotation("Lock").isPresent());
      if (locked || CAREFUL.matcher(called).matches() || LOCKING.matcher(called).matches()) {
        return called;
      }
    }
    boolean alone = method.body().any(code -> code.is(Code.Kind.SYNCHRONIZED));
    return alone ? "a lock of this process" : NOTHING;
  }

  /**
   * An update that says by its result whether it took place. A method of the class itself is no
   * store: what looks alike there swaps a value in memory.
   */
  private static void conditional(
      Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    String name = Tracer.name(type, method);
    for (Act act : tracer.acts(type, method)) {
      boolean counts =
          OPTIMISTIC.matcher(act.call().text()).matches()
              && act.targets().stream()
                  .filter(t -> !t.type().equals(type))
                  .anyMatch(
                      t -> t.member().result().matches("int|long|boolean|Integer|Long|Boolean"));
      if (counts) {
        boolean used = act.context().used() || !act.statement().equals(act.call());
        flows.flow(
            type,
            name,
            FlowKind.CONDITIONAL_UPDATE,
            List.of(new Step(name + " updates if nobody else did", act.call().at())),
            List.of(
                Said.inferred(Attributes.CALLED, act.call().text(), act.call().at()),
                Said.inferred(
                    Attributes.CHECKED_BY, used ? "its result" : NOTHING, act.call().at())));
      }
    }
  }

  /** A field called version that the framework does not know of, while it knows those of others. */
  private static void version(List<JavaType> types, JavaType type, FlowSink flows) {
    boolean entity =
        type.annotation("Entity").isPresent() || type.annotation("Document").isPresent();
    Optional<JavaType.Variable> field =
        type.field("version").filter(f -> f.type().matches("int|long|Integer|Long"));
    if (!entity || field.isEmpty() || field.get().isStatic()) {
      return;
    }
    boolean known = field.get().annotation("Version").isPresent();
    boolean others =
        types.stream()
            .filter(
                other ->
                    other.annotation("Entity").isPresent()
                        || other.annotation("Document").isPresent())
            .filter(other -> common(other.packageName(), type.packageName()))
            .anyMatch(
                other ->
                    other.fields().stream().anyMatch(f -> f.annotation("Version").isPresent()));
    if (others) {
      flows.flow(
          type,
          type.name(),
          FlowKind.VERSION_FIELD,
          List.of(new Step(type.name() + " has a version", field.get().at())),
          List.of(
              Said.inferred(Attributes.VALUE, "version", field.get().at()),
              Said.inferred(
                  Attributes.CHECKED_BY, known ? "the framework" : NOTHING, field.get().at())));
    }
  }

  /** Whether two packages are of one system: they begin with the same two names. */
  private static boolean common(String one, String other) {
    String[] a = one.split("\\.", -1);
    String[] b = other.split("\\.", -1);
    return a.length > 1 && b.length > 1 && a[0].equals(b[0]) && a[1].equals(b[1]);
  }
}
