package godmode.detectors.flows;

import godmode.core.evidence.Step;
import godmode.detectors.Units;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a call of an HTTP client waits for its answer, by where its module makes that client. A
 * module that makes several, which wait differently, does not tell which one a call uses.
 */
final class ClientWaits {
  /** By the type that calls are made on: what makes one, by {@code new} or by a call. */
  private static final Map<String, Pattern> MAKERS =
      Map.of(
          "RestTemplate", Pattern.compile("RestTemplate(Builder)?"),
          "RestOperations", Pattern.compile("RestTemplate(Builder)?"),
          "RestClient", Pattern.compile("RestClient(\\.Builder)?"),
          "WebClient", Pattern.compile("WebClient(\\.Builder)?"),
          "Call", Pattern.compile("OkHttpClient(\\.Builder)?"),
          "CloseableHttpClient", Pattern.compile("HttpClients|HttpClientBuilder"));

  /** What limits the time until an answer, and not the time to connect. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(set|with)?(Read|read|Response|response|Socket|Call|call)Timeout|setSoTimeout"
              + "|setDefaultSocketTimeout|setReadTimeout");

  /** OkHttp waits so long for each piece of an answer. */
  private static final Duration OK_HTTP = Duration.ofSeconds(10);

  private final Program program;
  private final Values values;
  private final Waits waits;
  private final ModuleTypes types;

  ClientWaits(Units units, Program program, Waits waits) {
    this.program = program;
    this.values = Values.of(units);
    this.waits = waits;
    this.types = new ModuleTypes(units, program);
  }

  /** The longest that a call waits; empty if that is not known. */
  Optional<Values.Time> of(JavaType caller, Act act) {
    Optional<JavaType> own = act.receiver().flatMap(program::resolve);
    if (own.isPresent()) {
      return own.flatMap(waits::ofFeign).map(time -> new Values.Time(time, List.of()));
    }
    String on = act.receiver().map(Ref::simple).orElse("");
    Pattern maker = MAKERS.get(on);
    if (maker == null) {
      return Optional.empty();
    }
    List<Code> limits = new ArrayList<>();
    act.statement()
        .walk(
            code -> {
              boolean limited =
                  (code.calls("block") || code.calls("timeout")) && code.arguments().size() == 1;
              if (limited) {
                limits.add(code);
              }
            });
    if (!limits.isEmpty()) {
      return values.time(caller, limits.get(0).arguments().get(0));
    }
    return made(caller, on, maker);
  }

  private Optional<Values.Time> made(JavaType caller, String on, Pattern maker) {
    List<Sites.Site> here = sites(List.of(caller), maker);
    List<Sites.Site> sites = here.isEmpty() ? sites(types.of(caller.folder()), maker) : here;
    Set<Duration> times = new HashSet<>();
    Values.Time found = null;
    for (Sites.Site site : sites) {
      Optional<Values.Time> time = limit(site, on);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      times.add(time.get().duration());
      List<Step> from = new ArrayList<>();
      from.add(
          new Step(
              site.name() + " lets it wait " + time.get().duration().toMillis() + " ms",
              site.code().at()));
      from.addAll(time.get().from());
      found = found == null ? new Values.Time(time.get().duration(), from) : found;
    }
    return times.size() == 1 ? Optional.ofNullable(found) : Optional.empty();
  }

  /** The methods and fields that make such a client, each once. */
  private static List<Sites.Site> sites(List<JavaType> types, Pattern maker) {
    List<Sites.Site> found = new ArrayList<>();
    for (JavaType type : types) {
      Set<Code> bodies = new HashSet<>();
      for (Sites.Site site : Sites.in(type, code -> makes(code, maker))) {
        if (bodies.add(site.body())) {
          found.add(site);
        }
      }
      for (JavaType.Method method : type.methods()) {
        boolean built =
            method.parameters().stream()
                    .anyMatch(parameter -> maker.matcher(parameter.type()).matches())
                && method.body().any(code -> code.calls("build"));
        if (built && bodies.add(method.body())) {
          String name = Tracer.name(type, method);
          found.add(
              new Sites.Site(type, name, method, method.body(), method.body(), method.body()));
        }
      }
    }
    return found;
  }

  private static boolean makes(Code code, Pattern maker) {
    return code.is(Code.Kind.NEW)
        ? maker.matcher(code.type()).matches()
        : code.is(Code.Kind.CALL)
            && code.receiver().is(Code.Kind.NAME)
            && maker.matcher(code.receiver().text()).matches()
            && Set.of("create", "builder", "custom", "createDefault", "createSystem")
                .contains(code.text());
  }

  /** The one limit that is written where a client is made, or in a method that helps there. */
  private Optional<Values.Time> limit(Sites.Site site, String on) {
    List<Code> limits = new ArrayList<>();
    Set<String> helpers = new HashSet<>();
    site.body()
        .walk(
            code -> {
              if (code.is(Code.Kind.CALL) && code.receiver().is(Code.Kind.NONE)) {
                helpers.add(code.text());
              }
              collect(code, limits);
            });
    for (JavaType.Method method : site.type().methods()) {
      if (helpers.contains(method.name()) && !method.body().equals(site.body())) {
        method.body().walk(code -> collect(code, limits));
      }
    }
    if (limits.isEmpty() && on.equals("Call")) {
      return Optional.of(new Values.Time(OK_HTTP, List.of()));
    }
    Optional<Code> whole =
        limits.stream().filter(code -> code.text().matches("(?i)(set)?callTimeout")).findFirst();
    if (whole.isEmpty() && limits.size() != 1) {
      return Optional.empty();
    }
    Code limit = whole.orElseGet(() -> limits.get(0));
    List<Code> given = limit.arguments();
    return given.size() == 1
        ? values.time(site.type(), given.get(0))
        : given.size() == 2
            ? values.time(site.type(), given.get(0), given.get(1))
            : Optional.empty();
  }

  private static void collect(Code code, List<Code> limits) {
    if (code.is(Code.Kind.CALL) && LIMIT.matcher(code.text()).matches()) {
      limits.add(code);
    }
  }
}
