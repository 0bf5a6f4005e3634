package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.AttributeSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.properties.Property;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which requests a gateway or a balancing client sends again by itself: the {@code Retry} filter of
 * Spring Cloud Gateway, which repeats GET unless told otherwise, and the switches by which Ribbon
 * and Spring Cloud LoadBalancer repeat requests of every method.
 */
@AutoService(Detector.class)
public final class RepeatsDetector implements Detector {
  private static final String GATEWAY = "spring\\.cloud\\.gateway\\..*filters\\[\\d+]";
  private static final Pattern FILTER = Pattern.compile("(" + GATEWAY + ")(\\.name)?");
  private static final Pattern METHODS =
      Pattern.compile("(" + GATEWAY + ")\\.args\\.methods(\\[\\d+])?");
  private static final Pattern EVERYTHING =
      Pattern.compile(
          "(.*\\.)?ribbon\\.oktoretryonalloperations"
              + "|spring\\.cloud\\.loadbalancer\\.(clients\\..*\\.)?retry\\.retryonalloperations");
  private static final Pattern BALANCER =
      Pattern.compile(".*(ribbon|loadbalancer|zuul|feign|eureka|gateway).*");
  private static final Pattern GATEWAY_LIBRARY = Pattern.compile(".*gateway.*");
  private static final Pattern WORD = Pattern.compile("GET|HEAD|PUT|DELETE|POST|PATCH|OPTIONS");

  /** The methods of one filter, and where the first that is not idempotent stands. */
  private record Repeated(SortedSet<String> methods, Place at) {}

  @Override
  public String id() {
    return "spring-repeats";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (Perspective perspective : Perspectives.of(units)) {
      repeated(perspective)
          .ifPresent(
              found ->
                  perspective
                      .sink(id(), sink)
                      .stated(
                          new AttributeSeen(
                              perspective.module().id(),
                              Said.stated(
                                  Attributes.REPEATED_METHODS,
                                  String.join(",", found.methods()),
                                  found.at())),
                          found.at()));
    }
  }

  private static Optional<Repeated> repeated(Perspective perspective) {
    Map<String, Boolean> retries = new TreeMap<>();
    for (Property setting : perspective.configuration().settings()) {
      Matcher filter = FILTER.matcher(key(setting));
      if (filter.matches() && setting.value().written().strip().matches("Retry(=.*)?")) {
        retries.put(filter.group(1), true);
      }
    }
    SortedSet<String> methods = new TreeSet<>();
    Optional<Place> at = Optional.empty();
    for (Property setting : perspective.settings()) {
      SortedSet<String> here = methods(setting, retries, perspective);
      methods.addAll(here);
      boolean writes = here.contains("POST") || here.contains("PATCH");
      at = at.isEmpty() && writes ? Optional.of(setting.value().place()) : at;
    }
    return at.map(place -> new Repeated(methods, place));
  }

  private static SortedSet<String> methods(
      Property setting, Map<String, Boolean> retries, Perspective perspective) {
    SortedSet<String> found = new TreeSet<>();
    String key = key(setting);
    String value = setting.value().written().strip();
    Matcher methods = METHODS.matcher(key);
    Matcher filter = FILTER.matcher(key);
    boolean gateway = perspective.uses(setting.value().place(), GATEWAY_LIBRARY);
    boolean listed = methods.matches() && retries.containsKey(methods.group(1));
    if (gateway && (listed || (filter.matches() && value.startsWith("Retry=")))) {
      WORD.matcher(value).results().forEach(word -> found.add(word.group()));
    }
    if (EVERYTHING.matcher(key).matches()
        && value.equals("true")
        && perspective.uses(setting.value().place(), BALANCER)) {
      found.add("GET");
      found.add("POST");
    }
    return found;
  }

  /** Spring takes keys with and without dashes and capitals for the same. */
  private static String key(Property setting) {
    return setting.key().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
