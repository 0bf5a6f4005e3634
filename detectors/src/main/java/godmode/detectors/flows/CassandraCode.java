package godmode.detectors.flows;

import godmode.core.fact.Place;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what one module asks Cassandra for: in CQL, and through repositories of Spring Data. */
final class CassandraCode {
  /** Stands for a level that only the running program knows. */
  static final String UNKNOWN = "?";

  private static final Pattern LEVEL =
      Pattern.compile(
          "ANY|ONE|TWO|THREE|QUORUM|ALL|LOCAL_QUORUM|EACH_QUORUM|LOCAL_ONE|(LOCAL_)?SERIAL");
  private static final Set<String> SETTERS =
      Set.of("setConsistencyLevel", "withConsistencyLevel", "consistencyLevel");
  private static final Pattern PROFILE =
      Pattern.compile("setExecutionProfile(Name)?|executionProfile");
  private static final Pattern READING =
      Pattern.compile("(find|read|get|query|search|stream|exists|count)([A-Z].*)?");
  private static final Pattern WRITING =
      Pattern.compile("(save|insert|update|delete|remove)([A-Z].*)?");

  private final Tracer tracer;
  private final Optional<String> usual;

  /**
   * @param usual the level of statements that name none; empty if it is not known
   */
  CassandraCode(Tracer tracer, Optional<String> usual) {
    this.tracer = tracer;
    this.usual = usual;
  }

  /** Whether a type speaks to Cassandra. */
  static boolean isOf(JavaType type) {
    return type.imports().values().stream().anyMatch(CassandraCode::isDriver)
        || type.wildcards().stream().anyMatch(CassandraCode::isDriver);
  }

  private static boolean isDriver(String name) {
    return name.startsWith("com.datastax.")
        || name.startsWith("org.springframework.data.cassandra");
  }

  /** The statements of a type. */
  List<CqlStatement> statements(JavaType type) {
    List<CqlStatement> found = new ArrayList<>();
    for (JavaType.Variable field : type.fields()) {
      texts(type, field.value(), field.name(), found);
    }
    for (JavaType.Method method : type.methods()) {
      method.body().walk(code -> top(type, code, found));
      calls(type, method, found);
    }
    return found;
  }

  /** Statements in Java: what is not inside of another one. */
  private void top(JavaType type, Code code, List<CqlStatement> found) {
    if (code.is(Code.Kind.BLOCK) || code.is(Code.Kind.IF) || code.is(Code.Kind.LOOP)) {
      for (Code part : code.parts()) {
        if (part.is(Code.Kind.LOCAL) || part.is(Code.Kind.ASSIGN)) {
          String name = part.is(Code.Kind.LOCAL) ? part.text() : part.parts().get(0).text();
          texts(type, part, name, found);
        } else if (part.is(Code.Kind.CALL) || part.is(Code.Kind.RETURN)) {
          texts(type, part, "", found);
        }
      }
    }
  }

  private void texts(JavaType type, Code statement, String name, List<CqlStatement> found) {
    statement.walk(
        code -> {
          if (code.is(Code.Kind.TEXT)) {
            CqlStatement.of(code.text(), level(type, statement, name), code.at())
                .ifPresent(found::add);
          }
        });
  }

  /**
   * The level that a statement is given where it is made, or through the variable that holds it.
   */
  private Optional<String> level(JavaType type, Code statement, String name) {
    Optional<String> own = set(statement);
    if (own.isEmpty() && !name.isEmpty()) {
      Set<String> holders = holders(type, name);
      for (JavaType.Method method : type.methods()) {
        List<Code> setting = new ArrayList<>();
        method
            .body()
            .walk(
                code -> {
                  boolean sets =
                      code.is(Code.Kind.CALL)
                          && (SETTERS.contains(code.text())
                              || PROFILE.matcher(code.text()).matches())
                          && holders.stream().anyMatch(code.receiver()::mentions);
                  if (sets) {
                    setting.add(code);
                  }
                });
        if (own.isEmpty() && !setting.isEmpty()) {
          own = set(setting.get(0));
        }
      }
    }
    return (own.isPresent() ? own : usual).filter(level -> !level.equals(UNKNOWN));
  }

  /** The variables that hold a statement, or what is made of it. */
  private static Set<String> holders(JavaType type, String name) {
    Set<String> holders = new HashSet<>(Set.of(name));
    for (JavaType.Method method : type.methods()) {
      method
          .body()
          .walk(
              code -> {
                boolean made =
                    code.is(Code.Kind.LOCAL)
                        && code.parts().stream().anyMatch(part -> part.mentions(name));
                if (made
                    && code.type().matches("(Bound|Prepared|Simple)?Statement(Builder)?|var")) {
                  holders.add(code.text());
                }
              });
    }
    return holders;
  }

  private static Optional<String> set(Code within) {
    List<String> found = new ArrayList<>();
    within.walk(
        code -> {
          if (code.is(Code.Kind.CALL) && SETTERS.contains(code.text())) {
            found.add(code.arguments().size() == 1 ? named(code.arguments().get(0)) : UNKNOWN);
          } else if (code.is(Code.Kind.CALL) && PROFILE.matcher(code.text()).matches()) {
            found.add(UNKNOWN);
          }
        });
    return found.stream().findFirst();
  }

  /** The level that an expression names. */
  static String named(Code code) {
    boolean constant =
        code.is(Code.Kind.FIELD) || code.is(Code.Kind.NAME) || code.is(Code.Kind.TEXT);
    return constant && LEVEL.matcher(code.text()).matches() ? code.text() : UNKNOWN;
  }

  /** The level that a configuration names. */
  static String named(String text) {
    String name = text.strip().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    return LEVEL.matcher(name).matches() ? name : UNKNOWN;
  }

  /** Calls of repositories and templates. */
  private void calls(JavaType type, JavaType.Method method, List<CqlStatement> found) {
    Program program = tracer.program();
    for (Act act : tracer.acts(type, method)) {
      boolean writes = WRITING.matcher(act.call().text()).matches();
      Optional<JavaType> store =
          act.receiver().flatMap(program::resolve).filter(own -> isRepository(program, own));
      if (store.isEmpty() || !(writes || READING.matcher(act.call().text()).matches())) {
        continue;
      }
      Optional<Ref> entity = Stores.entity(program, store.get());
      if (entity.isPresent()) {
        String shown = entity.get().simple();
        found.add(
            new CqlStatement(
                table(program, entity.get()),
                shown,
                writes,
                levelOf(store.get(), act),
                act.call().at()));
      }
    }
  }

  private static boolean isRepository(Program program, JavaType type) {
    return type.isInterface()
        && (program.supertypeRefs(type).stream()
                .anyMatch(ref -> ref.simple().matches("(Reactive)?CassandraRepository"))
            || (Stores.isStore(program, type)
                && type.imports().values().stream().anyMatch(CassandraCode::isDriver)));
  }

  private static String table(Program program, Ref entity) {
    return program
        .resolve(entity)
        .flatMap(own -> own.annotation("Table"))
        .flatMap(use -> use.first("value").stream().filter(JavaText::isKnown).findFirst())
        .map(text -> CqlStatement.key(text.text()))
        .orElseGet(() -> CqlStatement.key(entity.simple()));
  }

  private Optional<String> levelOf(JavaType store, Act act) {
    int count = act.call().arguments().size();
    Optional<AnnotationUse> use =
        store.methods(act.call().text(), count).stream()
            .findFirst()
            .flatMap(method -> method.annotation("Consistency"))
            .or(() -> store.annotation("Consistency"));
    if (use.isEmpty()) {
      return usual.filter(level -> !level.equals(UNKNOWN));
    }
    return use.get().first("value").stream()
        .findFirst()
        .map(text -> named(text.text().replaceFirst(".*\\.", "")))
        .filter(level -> !level.equals(UNKNOWN));
  }

  /**
   * Whether a type gives a level to statements that others hand it, or one that only the running
   * program knows: then nobody knows that of a statement without its own.
   */
  boolean decidesForOthers(JavaType type) {
    List<Code> setters = new ArrayList<>();
    for (JavaType.Method method : type.methods()) {
      method
          .body()
          .walk(
              code -> {
                boolean sets =
                    code.is(Code.Kind.CALL)
                        && (SETTERS.contains(code.text())
                            || PROFILE.matcher(code.text()).matches());
                if (sets && !isOptions(code)) {
                  setters.add(code);
                }
              });
    }
    return !setters.isEmpty()
        && (statements(type).isEmpty()
            || setters.stream().anyMatch(code -> set(code).stream().anyMatch(UNKNOWN::equals)));
  }

  private static boolean isOptions(Code setter) {
    return setter.receiver().any(part -> part.type().equals("QueryOptions"));
  }

  /** A place where a level is set for every statement. */
  record Usual(String level, Place at) {}

  /** The level that the code of a type gives to every statement. */
  static Optional<Usual> usual(JavaType type) {
    List<Usual> found = new ArrayList<>();
    for (JavaType.Method method : type.methods()) {
      method
          .body()
          .walk(
              code -> {
                boolean options =
                    code.is(Code.Kind.CALL)
                        && SETTERS.contains(code.text())
                        && code.arguments().size() == 1
                        && isOptions(code);
                boolean loader =
                    code.calls("withString")
                        && code.arguments().get(0).text().equals("REQUEST_CONSISTENCY");
                if (options || loader) {
                  Code given = code.arguments().get(code.arguments().size() - 1);
                  found.add(
                      new Usual(given.is(Code.Kind.CALL) ? name(given) : named(given), code.at()));
                }
              });
    }
    return found.stream().findFirst();
  }

  /** {@code DefaultConsistencyLevel.QUORUM.name()}. */
  private static String name(Code call) {
    return Set.of("name", "toString").contains(call.text()) ? named(call.receiver()) : UNKNOWN;
  }
}
