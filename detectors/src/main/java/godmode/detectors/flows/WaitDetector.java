package godmode.detectors.flows;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds calls to other processes under a limit: of a lock that ends, or of a caller that gives up.
 */
@AutoService(Detector.class)
public final class WaitDetector implements Detector {
  private static final Pattern REDIS_VALUES =
      Pattern.compile("(Bound)?ValueOperations|RedisTemplate|StringRedisTemplate");

  private static final Pattern JEDIS =
      Pattern.compile("Jedis(Cluster|Commands|Pooled)?|UnifiedJedis");

  @Override
  public String id() {
    return "java-waits";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Tracer tracer = Tracer.of(units);
    FlowSink flows = FlowSink.of(units, sink, id());
    Waits waits = new Waits(tracer.program(), units);
    Values values = Values.of(units);
    ClientWaits clients = new ClientWaits(units, tracer.program(), waits);
    for (JavaType type : tracer.program().types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.hasBody()) {
          outer(waits, values, type, method)
              .ifPresent(limit -> say(tracer, clients, type, method, limit, 0, flows));
          leased(tracer, values, type, method)
              .ifPresent(limit -> say(tracer, clients, type, method, limit, limit.after, flows));
        }
      }
    }
  }

  /**
   * A limit around calls.
   *
   * @param after the number of the call it begins with, among those of the method
   */
  private record Limit(
      FlowKind kind,
      Attribute<Duration> attribute,
      Values.Time time,
      String words,
      Place at,
      int after) {}

  private static Optional<Limit> outer(
      Waits waits, Values values, JavaType type, JavaType.Method method) {
    Optional<AnnotationUse> limiter = method.annotation("TimeLimiter");
    if (limiter.isPresent()) {
      String name = limiter.get().first("name").stream().map(JavaText::text).findFirst().orElse("");
      return limiter(waits, type, name)
          .map(time -> outer(time, "@TimeLimiter limits the time", limiter.get().at()));
    }
    Optional<AnnotationUse> timeout =
        method
            .annotation("Timeout")
            .filter(
                use ->
                    type.imports()
                            .getOrDefault("Timeout", "")
                            .startsWith("org.eclipse.microprofile")
                        && use.first("unit").isEmpty());
    if (timeout.isPresent()) {
      return timeout.get().first("value").stream()
          .findFirst()
          .flatMap(text -> values.time(type, text))
          .map(
              time ->
                  new Limit(
                      FlowKind.NESTED_WAIT,
                      Attributes.OUTER_WAIT,
                      time,
                      "@Timeout limits the time",
                      timeout.get().at(),
                      -1));
    }
    Optional<AnnotationUse> hystrix = method.annotation("HystrixCommand");
    Optional<String> written =
        waits.setting(
            type, "hystrix.command.default.execution.isolation.thread.timeoutInMilliseconds");
    return hystrix
        .filter(use -> use.values().keySet().stream().allMatch("fallbackMethod"::equals))
        .flatMap(
            use ->
                written
                    .flatMap(text -> Waits.duration(text, "ms"))
                    .map(time -> outer(time, "@HystrixCommand limits the time", use.at())));
  }

  private static Limit outer(Duration time, String words, Place at) {
    Values.Time written = new Values.Time(time, List.of());
    return new Limit(FlowKind.NESTED_WAIT, Attributes.OUTER_WAIT, written, words, at, -1);
  }

  private static Optional<Duration> limiter(Waits waits, JavaType type, String name) {
    for (String key : List.of("instances." + name, "configs.default")) {
      Optional<String> written =
          waits.setting(type, "resilience4j.timelimiter." + key + ".timeout-duration");
      if (written.isPresent()) {
        return Waits.duration(written.get(), "ms");
      }
    }
    return Optional.empty();
  }

  /** A lock of this method that nothing renews. */
  private static Optional<Limit> leased(
      Tracer tracer, Values values, JavaType type, JavaType.Method method) {
    Optional<AnnotationUse> guard = method.annotation("SchedulerLock");
    if (guard.isPresent()) {
      return guard.get().first("lockAtMostFor").stream()
          .findFirst()
          .flatMap(text -> values.time(type, text))
          .map(time -> lease(time, "@SchedulerLock takes a lock", guard.get().at(), -1));
    }
    List<Act> acts = tracer.acts(type, method);
    for (int i = 0; i < acts.size(); i++) {
      Optional<Values.Time> time = lease(values, type, acts.get(i));
      if (time.isPresent()) {
        Code call = acts.get(i).call();
        return Optional.of(
            lease(time.get(), Tracer.name(type, method) + " takes a lock", call.at(), i));
      }
    }
    return Optional.empty();
  }

  private static Limit lease(Values.Time time, String words, Place at, int after) {
    return new Limit(FlowKind.LEASED_CALL, Attributes.LEASE_TIME, time, words, at, after);
  }

  private static Optional<Values.Time> lease(Values values, JavaType type, Act act) {
    String on = act.receiver().map(Ref::simple).orElse("");
    List<Code> given = act.call().is(Code.Kind.CALL) ? act.call().arguments() : List.of();
    int count = given.size();
    boolean redisson =
        on.equals("RLock")
            && ((act.call().text().equals("lock") && count == 2)
                || (act.call().text().equals("tryLock") && count == 3));
    if (redisson) {
      return values.time(type, given.get(count - 2), given.get(count - 1));
    }
    if (JEDIS.matcher(on).matches() && act.call().text().equals("set")) {
      return jedis(values, type, given);
    }
    boolean absent =
        act.call().text().equals("setIfAbsent") && REDIS_VALUES.matcher(on).matches() && count > 2;
    if (!absent
        || !given
            .get(0)
            .any(code -> code.text().toLowerCase(java.util.Locale.ROOT).contains("lock"))) {
      return Optional.empty();
    }
    return count == 3
        ? values.time(type, given.get(2))
        : values.time(type, given.get(2), given.get(3));
  }

  /** {@code set(key, value, SetParams.setParams().nx().px(5000))}. */
  private static Optional<Values.Time> jedis(Values values, JavaType type, List<Code> given) {
    List<Code> times = new ArrayList<>();
    for (Code argument : given) {
      argument.walk(
          code -> {
            if ((code.calls("px") || code.calls("ex")) && code.arguments().size() == 1) {
              times.add(code);
            }
          });
    }
    boolean absent = given.stream().anyMatch(argument -> argument.any(code -> code.calls("nx")));
    if (!absent || times.size() != 1) {
      return Optional.empty();
    }
    Code number = times.get(0).arguments().get(0);
    return values
        .of(type, number)
        .flatMap(value -> Waits.duration(value.text(), times.get(0).calls("px") ? "ms" : "s"))
        .map(time -> new Values.Time(time, List.of()));
  }

  private static void say(
      Tracer tracer,
      ClientWaits clients,
      JavaType type,
      JavaType.Method method,
      Limit limit,
      int after,
      FlowSink flows) {
    List<Act> acts = tracer.acts(type, method);
    boolean async = limit.kind == FlowKind.LEASED_CALL;
    for (Event event : tracer.events(type, method)) {
      boolean within =
          event.effect().is(Effect.Kind.REMOTE_CALL)
              && acts.indexOf(event.first()) >= after
              && !(async && event.async())
              && !isAfterRelease(acts, event);
      JavaType caller = event.path().get(event.path().size() - 1).type();
      Optional<Values.Time> wait = within ? clients.of(caller, event.act()) : Optional.empty();
      if (wait.isPresent()) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(limit.words, limit.at));
        steps.addAll(limit.time.from());
        steps.addAll(event.steps());
        steps.addAll(wait.get().from());
        flows.flow(
            type,
            Tracer.name(type, method),
            limit.kind,
            steps,
            List.of(
                Said.inferred(limit.attribute, limit.time.duration(), limit.at),
                Said.inferred(
                    Attributes.LONGEST_WAIT, wait.get().duration(), event.act().call().at())));
        return;
      }
    }
  }

  private static boolean isAfterRelease(List<Act> acts, Event event) {
    int at = acts.indexOf(event.first());
    return acts.stream()
        .limit(Math.max(0, at))
        .anyMatch(
            act -> act.call().text().matches("unlock|forceUnlock") && !act.context().handler());
  }
}
