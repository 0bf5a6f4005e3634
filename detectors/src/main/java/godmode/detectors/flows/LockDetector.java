package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds locks that several processes take, what ends them, and what they protect. */
@AutoService(Detector.class)
public final class LockDetector implements Detector {
  private static final Pattern LOCK_NAME = Pattern.compile("(?i).*(lock|mutex).*");
  private static final Set<String> REDIS =
      Set.of("setIfAbsent", "setnx", "set", "execute", "eval", "evalsha", "setNX");
  private static final Pattern REDIS_TYPE =
      Pattern.compile(
          ".*Jedis.*|.*RedisTemplate|(Bound)?ValueOperations|RedisOperations|Redis(Advanced)?(Cluster)?(Async)?Commands|RedisConnection|RedisStringCommands");
  private static final Set<String> CURATOR =
      Set.of(
          "InterProcessMutex",
          "InterProcessSemaphoreMutex",
          "InterProcessReadWriteLock",
          "InterProcessLock",
          "InterProcessMultiLock");
  private static final String NONE = "none";
  private static final String FIXED = OtherLocks.FIXED;
  private static final String SESSION = OtherLocks.SESSION;

  @Override
  public String id() {
    return "java-locks";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()) {
          taken(tracer, Values.of(units), type, method, flows);
          released(tracer, type, method, flows);
        }
      }
    }
  }

  private static void taken(
      Tracer tracer, Values values, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    for (Act act : acts) {
      String on = act.receiver().map(Ref::simple).orElse("");
      String lease = "";
      String lock = on;
      if (REDIS_TYPE.matcher(on).matches() && isRedisLock(tracer.program(), type, method, act)) {
        lease = FIXED;
        lock = "a key in Redis";
      } else if (on.equals("RLock") && isLeased(values, type, act.call())) {
        lease = FIXED;
      } else if (act.call().is(Code.Kind.NEW) && act.call().type().equals("RedissonRedLock")) {
        lease = "by the clocks of several servers";
        lock = act.call().type();
      } else if (CURATOR.contains(on) && act.call().text().equals("acquire")) {
        lease = SESSION;
      }
      Optional<OtherLocks.Taken> other = OtherLocks.taken(tracer.program(), method, act);
      if (lease.isEmpty() && other.isPresent()) {
        lease = other.get().lease();
        lock = other.get().lock();
      }
      boolean sure = !lease.equals(SESSION) && other.isEmpty();
      boolean held = sure || protects(tracer, type, method, act);
      if (!lease.isEmpty() && held) {
        taken(type, method, act.call().at(), lock, lease, flows);
        return;
      }
    }
  }

  private static void taken(
      JavaType type, JavaType.Method method, Place at, String lock, String lease, FlowSink flows) {
    String name = Tracer.name(type, method);
    boolean fenced =
        type.methods().stream()
            .anyMatch(
                other ->
                    other
                        .body()
                        .any(
                            code ->
                                code.is(Code.Kind.CALL)
                                    && code.text().matches("(?i).*(fenc|andGetToken|getToken).*")));
    boolean watched =
        lease.equals(SESSION)
            && type.imports().keySet().stream().anyMatch(n -> n.startsWith("ConnectionState"));
    String token = fenced ? "a fencing token" : watched ? "its connection state" : NONE;
    flows.flow(
        type,
        name,
        FlowKind.LOCKED_SECTION,
        List.of(new Step(name + " takes " + lock, at)),
        List.of(
            Said.inferred(Attributes.LOCK, lock, at),
            Said.inferred(Attributes.LEASE, lease, at),
            Said.inferred(Attributes.TOKEN, token, at)));
  }

  /** {@code lock(10, SECONDS)}, {@code tryLock(1, 10, SECONDS)}: nothing renews what has an end. */
  private static boolean isLeased(Values values, JavaType type, Code call) {
    int arguments = call.arguments().size();
    boolean leased =
        (call.text().matches("lock(Interruptibly)?(Async)?") && arguments == 2)
            || (call.text().matches("tryLock(Async)?") && arguments == 3);
    return leased && !isForever(values, type, call.arguments().get(arguments - 2));
  }

  private static boolean isForever(Values values, JavaType type, Code lease) {
    return (lease.is(Code.Kind.UNARY) && lease.text().equals("-"))
        || values.of(type, lease).filter(value -> value.text().startsWith("-")).isPresent();
  }

  /** A key that is set only if it is absent, with an end, in something that is called a lock. */
  private static boolean isRedisLock(
      Program program, JavaType type, JavaType.Method method, Act act) {
    Code call = act.call();
    boolean named =
        LOCK_NAME.matcher(type.name()).matches() || LOCK_NAME.matcher(method.name()).matches();
    if (!named || !REDIS.contains(call.text()) || (!act.context().used() && !isAssigned(act))) {
      return false;
    }
    if (call.text().equals("setIfAbsent") || call.text().equalsIgnoreCase("setnx")) {
      return true;
    }
    return call.arguments().stream().anyMatch(argument -> saysAbsent(program, type, argument));
  }

  private static boolean isAssigned(Act act) {
    return act.statement().is(Code.Kind.LOCAL)
        || act.statement().is(Code.Kind.ASSIGN)
        || act.statement().is(Code.Kind.RETURN);
  }

  private static boolean saysAbsent(Program program, JavaType type, Code argument) {
    return argument.any(
        code -> {
          if (code.is(Code.Kind.TEXT)) {
            return isAbsent(code.text());
          }
          if (code.is(Code.Kind.CALL)) {
            return code.text().equals("nx");
          }
          return code.is(Code.Kind.NAME)
              && program
                  .field(type, code.text())
                  .filter(
                      found ->
                          found
                              .member()
                              .value()
                              .any(v -> v.is(Code.Kind.TEXT) && isAbsent(v.text())))
                  .isPresent();
        });
  }

  private static boolean isAbsent(String text) {
    return text.equalsIgnoreCase("nx")
        || (text.matches("(?is).*['\"]set(nx)?['\"].*") && text.matches("(?is).*nx.*"));
  }

  /** Whether what is done under the lock is seen outside, or is not known here. */
  private static boolean protects(Tracer tracer, JavaType type, JavaType.Method method, Act lock) {
    List<Act> acts = tracer.acts(type, method);
    int from = acts.indexOf(lock);
    boolean unknown =
        acts.stream()
            .skip(from + 1L)
            .anyMatch(
                act ->
                    act.call().text().matches("proceed|call|apply|execute|supply|accept")
                        && act.receiver()
                            .filter(
                                r ->
                                    r.simple()
                                        .matches(
                                            "ProceedingJoinPoint|Callable|Supplier|Runnable|Function|.*Callback|.*Invoker"))
                            .isPresent());
    boolean handedOn =
        method
            .body()
            .any(
                code ->
                    code.is(Code.Kind.RETURN)
                        && code.any(
                            part ->
                                part.equals(lock.call().receiver())
                                    || sameName(part, lock.call().receiver())));
    boolean effect =
        tracer.events(type, method).stream()
            .anyMatch(
                event ->
                    acts.indexOf(event.first()) > from
                        && (event.effect().writes() || event.effect().is(Effect.Kind.PUBLISH)));
    return unknown || handedOn || effect;
  }

  private static boolean sameName(Code one, Code other) {
    return one.is(Code.Kind.NAME) && other.is(Code.Kind.NAME) && one.text().equals(other.text());
  }

  private static void released(
      Tracer tracer, JavaType type, JavaType.Method method, FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    Optional<Act> set =
        acts.stream()
            .filter(act -> isSetIfAbsent(act.call()))
            .filter(act -> REDIS_TYPE.matcher(act.receiver().map(Ref::simple).orElse("")).matches())
            .filter(act -> act.context().used() || isAssigned(act))
            .findFirst();
    if (set.isEmpty()) {
      return;
    }
    Optional<Act> delete =
        acts.stream()
            .filter(act -> act.call().text().matches("delete|del|unlink"))
            .filter(act -> REDIS_TYPE.matcher(act.receiver().map(Ref::simple).orElse("")).matches())
            .filter(act -> sharesKey(set.get().call(), act.call()))
            .findFirst();
    if (delete.isPresent()) {
      String name = Tracer.name(type, method);
      flows.flow(
          type,
          name,
          FlowKind.LOCK_RELEASE,
          List.of(
              new Step(name + " takes the lock", set.get().call().at()),
              new Step(name + " deletes the lock", delete.get().call().at())),
          List.of(Said.inferred(Attributes.RELEASED, "by anybody", delete.get().call().at())));
    }
  }

  /** {@code setIfAbsent(key, …)}, {@code set(key, value, SetParams.setParams().nx())}. */
  private static boolean isSetIfAbsent(Code call) {
    return call.text().matches("setIfAbsent|setnx|setNX")
        || (call.calls("set")
            && call.arguments().stream()
                .skip(2)
                .anyMatch(
                    given ->
                        given.any(
                            code ->
                                code.calls("nx")
                                    || (code.is(Code.Kind.TEXT)
                                        && code.text().equalsIgnoreCase("nx")))));
  }

  private static boolean sharesKey(Code set, Code delete) {
    return !set.arguments().isEmpty()
        && !delete.arguments().isEmpty()
        && set.arguments().get(0).text().equals(delete.arguments().get(0).text())
        && set.arguments().get(0).kind() == delete.arguments().get(0).kind();
  }
}
