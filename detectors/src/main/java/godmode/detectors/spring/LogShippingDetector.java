package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.SourceFile;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.servers.Endpoint;
import godmode.detectors.read.servers.LogbackConfiguration;
import godmode.detectors.read.servers.YamlConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where an application's logs are sent: by an appender of its logging library, or by an agent
 * whose configuration lies in the module because it goes into its image.
 */
@AutoService(Detector.class)
public final class LogShippingDetector implements Detector {
  private static final Pattern LOGBACK = Pattern.compile("(logback|log4j2)[-\\w]*\\.xml");
  private static final Pattern BEAT = Pattern.compile("filebeat.*\\.ya?ml");
  private static final Pattern TEST = Pattern.compile("(.*/)?src/test/.*");

  /** Names that a Logback file gives to Spring's settings, and values of its own. */
  private static final Pattern PROPERTY =
      Pattern.compile(
          "<(?:springProperty|property)\\b[^>]*?\\bname\\s*=\\s*\"([^\"]+)\"[^>]*?"
              + "\\b(source|value)\\s*=\\s*\"([^\"]*)\"");

  @Override
  public String id() {
    return "spring-logging";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Modules modules = Modules.of(units);
    List<SourceFile> files =
        units.snapshot().files().stream()
            .filter(
                file ->
                    LOGBACK.matcher(file.name()).matches() || BEAT.matcher(file.name()).matches())
            .filter(file -> !TEST.matcher(file.path()).matches())
            .toList();
    for (Perspective perspective : Perspectives.of(units)) {
      if (perspective.base().isPresent()) {
        continue;
      }
      EvidenceSink.Of of = perspective.sink(id(), sink);
      List<Module> parts = new ArrayList<>(modules.librariesOf(perspective.module()));
      parts.add(0, perspective.module());
      for (SourceFile file : files) {
        if (!isInside(file, parts)) {
          continue;
        }
        if (LOGBACK.matcher(file.name()).matches()) {
          Map<String, String> properties = properties(file);
          for (Endpoint endpoint : LogbackConfiguration.read(file)) {
            send(perspective, known, of, endpoint, resolved(endpoint, properties, perspective));
          }
        } else {
          for (Endpoint endpoint : YamlConfiguration.ofBeat(file)) {
            send(perspective, known, of, endpoint, endpoint.address());
          }
        }
      }
    }
  }

  private static boolean isInside(SourceFile file, List<Module> modules) {
    return modules.stream()
        .anyMatch(
            module ->
                file.path().startsWith(module.folder().isEmpty() ? "src/" : module.folder() + "/"));
  }

  private static Map<String, String> properties(SourceFile file) {
    TreeMap<String, String> found = new TreeMap<>();
    Matcher matcher = PROPERTY.matcher(file.text().orElse(""));
    while (matcher.find()) {
      String value = matcher.group(3);
      found.put(matcher.group(1), matcher.group(2).equals("source") ? "${" + value + "}" : value);
    }
    return found;
  }

  /** Logback writes a default behind {@code :-}, Spring behind a colon. */
  private static String resolved(
      Endpoint endpoint, Map<String, String> properties, Perspective perspective) {
    String address = endpoint.address();
    for (var property : properties.entrySet()) {
      address =
          address.replaceAll(
              "\\$\\{" + Pattern.quote(property.getKey()) + "(?::-?[^}]*)?}",
              Matcher.quoteReplacement(property.getValue()));
    }
    return perspective.configuration().replaced(address.replace(":-", ":"));
  }

  private static void send(
      Perspective perspective,
      Technologies known,
      EvidenceSink.Of sink,
      Endpoint endpoint,
      String address) {
    Address hosts = address.contains("//") ? Address.ofUrl(address) : Address.ofHosts(address);
    perspective.connectTo(
        sink, known, endpoint.technology(), hosts, ConnectionKind.LOG, endpoint.at());
    hosts.hosts().stream()
        .filter(host -> !Address.isLoopback(host))
        .forEach(host -> sink.stated(new CalledAlso(host, endpoint.technology()), endpoint.at()));
  }
}
