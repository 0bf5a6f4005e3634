package godmode.detectors.flows;

import godmode.core.fact.Place;
import godmode.detectors.Units;
import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import godmode.detectors.read.java.JavaType;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which host a call of another process goes to, as far as its address is written. */
final class RemoteTargets {
  private static final Pattern HOST =
      Pattern.compile("(?:https?|lb)://([^/:{}$?\\s]+)(:\\d+)?(?:[/:?].*)?");
  private static final Pattern MACHINE = Pattern.compile("(?i)localhost|[\\d.]+");
  private static final Set<String> FLUENT = Set.of("WebClient", "RestClient");
  private static final List<String> CLIENTS =
      List.of("FeignClient", "HttpExchange", "RegisterRestClient");

  private final Program program;
  private final Map<Place, Invocation> byPlace = new HashMap<>();
  private final Map<String, List<Invocation>> byFile = new HashMap<>();
  private final Map<String, Set<String>> bases = new HashMap<>();
  private final Map<String, SpringConfiguration> settings = new HashMap<>();

  private RemoteTargets(Units units, Program program) {
    this.program = program;
    for (SpringApplication application : units.of(SpringApplication.class)) {
      settings.put(application.folder(), application.view(SpringApplication.Activation.NONE));
    }
    for (JavaSource source : units.of(JavaSource.class)) {
      for (Invocation invocation : source.invocations()) {
        byPlace.put(invocation.at(), invocation);
        if (isBase(invocation)) {
          byFile.computeIfAbsent(source.path(), unused -> new ArrayList<>()).add(invocation);
          bases
              .computeIfAbsent(source.folder(), unused -> new TreeSet<>())
              .add(invocation.arguments().get(0).text());
        }
      }
    }
  }

  static RemoteTargets of(Units units, Program program) {
    return units
        .derived(RemoteTargets.class, () -> List.of(new RemoteTargets(units, program)))
        .get(0);
  }

  /** Whether a call gives a client the address that its requests begin with. */
  private static boolean isBase(Invocation invocation) {
    boolean named =
        invocation.method().equals("baseUrl")
            || (invocation.method().equals("create") && FLUENT.contains(invocation.receiver()));
    return named && invocation.arguments().size() == 1;
  }

  /** The host; empty if it is not known. */
  Optional<String> host(JavaType type, Act act) {
    Optional<JavaType> own =
        act.receiver().flatMap(program::resolve).filter(found -> Acts.isClient(found));
    if (own.isPresent()) {
      return client(own.get());
    }
    String on = act.receiver().map(Ref::simple).orElse("");
    if (FLUENT.contains(on)) {
      return fluent(type, act);
    }
    return given(act.call()).flatMap(text -> host(type, text));
  }

  private Optional<String> client(JavaType client) {
    for (String name : CLIENTS) {
      Optional<AnnotationUse> use = client.annotation(name);
      for (JavaText text : use.map(u -> u.first("url", "baseUri")).orElse(List.of())) {
        Optional<String> host = host(client, text.text());
        if (host.isPresent()) {
          return host;
        }
      }
    }
    return client.annotation("FeignClient").stream()
        .flatMap(use -> use.first("name", "value").stream())
        .map(text -> replaced(client, text.text()).replaceFirst("^https?://", ""))
        .filter(name -> name.matches("[\\w.-]+"))
        .findFirst();
  }

  private Optional<String> fluent(JavaType type, Act act) {
    List<Code> uris = new ArrayList<>();
    act.statement()
        .walk(
            code -> {
              if (code.calls("uri")) {
                uris.add(code);
              }
            });
    Optional<String> written = uris.stream().findFirst().flatMap(this::given);
    if (written.isPresent() && written.get().contains("://")) {
      return host(type, written.get());
    }
    List<Invocation> here = Optional.ofNullable(byFile.get(type.at().file())).orElse(List.of());
    Set<String> texts = new TreeSet<>();
    here.forEach(invocation -> texts.add(invocation.arguments().get(0).text()));
    if (texts.isEmpty()) {
      texts.addAll(Optional.ofNullable(bases.get(type.folder())).orElse(Set.of()));
    }
    return texts.size() == 1 ? host(type, texts.iterator().next()) : Optional.empty();
  }

  /** The first argument of a call, constants and fields put in. */
  private Optional<String> given(Code call) {
    return Optional.ofNullable(byPlace.get(call.at()))
        .flatMap(invocation -> invocation.arguments().stream().findFirst())
        .map(JavaText::text);
  }

  private Optional<String> host(JavaType type, String text) {
    Matcher url = HOST.matcher(replaced(type, text));
    if (!url.matches()) {
      return Optional.empty();
    }
    // One machine has many processes: only its ports tell them apart.
    boolean machine = MACHINE.matcher(url.group(1)).matches() && url.group(2) != null;
    return Optional.of(machine ? url.group(1) + url.group(2) : url.group(1));
  }

  private String replaced(JavaType type, String text) {
    SpringConfiguration found = settings.get(type.folder());
    return (found == null ? text : found.replaced(text)).strip();
  }
}
