package godmode.detectors.flows;

import godmode.core.evidence.SourceFile;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps a caller from waiting for a process that does not answer. */
final class Breakers {
  /** Stands for protection that may be there and cannot be tied to one call. */
  static final String PERHAPS = "?";

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "CircuitBreaker",
          "Bulkhead",
          "HystrixCommand",
          "HystrixCollapser",
          "SentinelResource",
          "SentinelRestTemplate",
          "ConcurrencyLimit",
          "Fallback");
  private static final Pattern LIBRARY =
      Pattern.compile(
          "io\\.github\\.resilience4j\\.(circuitbreaker|bulkhead|decorators|reactor|feign).*"
              + "|com\\.netflix\\.hystrix.*|com\\.alibaba\\.csp\\.sentinel.*"
              + "|(dev|net\\.jodah)\\.failsafe.*"
              + "|org\\.springframework\\.cloud\\.(client\\.)?circuitbreaker.*"
              + "|org\\.eclipse\\.microprofile\\.faulttolerance\\.(CircuitBreaker|Bulkhead|Fallback)"
              + "|io\\.smallrye\\.faulttolerance.*");
  private static final List<String> FEIGN =
      List.of(
          "spring.cloud.openfeign.circuitbreaker.enabled",
          "feign.circuitbreaker.enabled",
          "feign.hystrix.enabled",
          "feign.sentinel.enabled");
  private static final Pattern MESH = Pattern.compile("outlierDetection|outlier_detection");
  private static final long SIZE_MAX = 200_000;

  private final Program program;
  private final Map<String, SpringConfiguration> settings = new HashMap<>();
  private final Map<String, Boolean> speaking = new HashMap<>();
  private final boolean mesh;

  Breakers(Units units, Program program) {
    this.program = program;
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
    mesh = units.snapshot().files().stream().anyMatch(Breakers::ejects);
  }

  /** Whether a file of a mesh leaves out instances that do not answer. */
  private static boolean ejects(SourceFile file) {
    return file.name().matches(".*\\.ya?ml")
        && file.size() <= SIZE_MAX
        && file.text().filter(text -> MESH.matcher(text).find()).isPresent();
  }

  /** What protects a call on its way from a request: a word for it, or {@code nothing}. */
  String on(Event event) {
    if (mesh) {
      return "the mesh";
    }
    Optional<JavaType> client =
        event.act().receiver().flatMap(program::resolve).filter(Acts::isClient);
    if (client.isPresent() && isBrokenFeign(client.get())) {
      return "the breakers of Feign";
    }
    boolean meant =
        client
            .flatMap(found -> found.annotation("FeignClient"))
            .filter(use -> !use.first("fallback", "fallbackFactory").isEmpty())
            .isPresent();
    if (meant) {
      return PERHAPS;
    }
    boolean written =
        event.path().stream().anyMatch(this::isProtected)
            || client.filter(found -> speaks(found) || isAnnotated(found)).isPresent();
    if (written) {
      return "a circuit breaker";
    }
    for (int i = 0; i < event.acts().size(); i++) {
      if (isForgiven(event.path().get(i).member().body(), event.acts().get(i))) {
        return "a fallback";
      }
    }
    String folder = event.path().get(event.path().size() - 1).type().folder();
    return speaking.computeIfAbsent(folder, this::speaksAnywhere) ? PERHAPS : "nothing";
  }

  private boolean isBrokenFeign(JavaType client) {
    SpringConfiguration found = settings.get(client.folder());
    return found != null
        && FEIGN.stream().anyMatch(key -> found.text(key).filter("true"::equals).isPresent());
  }

  private boolean isProtected(Program.Declared<JavaType.Method> on) {
    return speaks(on.type())
        || isAnnotated(on.type())
        || program.declarations(on.type(), on.member()).stream()
            .anyMatch(found -> hasBreaker(found.member().annotations()));
  }

  private static boolean isAnnotated(JavaType type) {
    return hasBreaker(type.annotations())
        || type.methods().stream().anyMatch(method -> hasBreaker(method.annotations()));
  }

  private static boolean hasBreaker(List<AnnotationUse> uses) {
    return uses.stream().anyMatch(use -> ANNOTATIONS.contains(use.name()));
  }

  private static boolean speaks(JavaType type) {
    return type.imports().values().stream().anyMatch(name -> LIBRARY.matcher(name).matches())
        || type.wildcards().stream().anyMatch(name -> LIBRARY.matcher(name).matches());
  }

  /** An aspect, an interceptor or a configuration may protect calls that do not name it. */
  private boolean speaksAnywhere(String folder) {
    return program.inModule(folder).stream().anyMatch(Breakers::speaks);
  }

  /** Whether what a call throws is caught, and the caller goes on without. */
  private static boolean isForgiven(Code body, Act act) {
    if (act.statement().any(code -> code.is(Code.Kind.CALL) && code.text().startsWith("onError"))) {
      return true;
    }
    return act.context().caught()
        && body.any(
            code ->
                code.is(Code.Kind.TRY)
                    && code.any(act.call()::equals)
                    && code.parts().stream().anyMatch(part -> part.is(Code.Kind.CATCH))
                    && code.parts().stream()
                        .filter(part -> part.is(Code.Kind.CATCH))
                        .noneMatch(part -> part.any(inner -> inner.is(Code.Kind.THROW))));
  }
}
