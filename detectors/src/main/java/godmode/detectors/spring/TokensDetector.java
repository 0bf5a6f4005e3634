package godmode.detectors.spring;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.EvidenceSink;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.read.build.ApplicationAnnotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says who fetches tokens from the authorization server of the system, by annotation, where no file
 * gives its address. There has to be exactly one such server.
 *
 * <p>An application that only takes tokens may check them with a key of its own and connect to
 * nothing, so {@code @EnableResourceServer} says nothing here.
 */
@AutoService(Detector.class)
public final class TokensDetector implements Detector {
  private static final Pattern SERVER = Pattern.compile("EnableAuthorizationServer");
  private static final Pattern CLIENT = Pattern.compile("EnableOAuth2(Sso|Client)");
  private static final List<String> ADDRESSES =
      List.of(
          "security.oauth2.client.",
          "security.oauth2.resource.",
          "spring.security.oauth2.client.",
          "spring.security.oauth2.resourceserver.");

  @Override
  public String id() {
    return "spring-tokens";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    List<Perspective> running =
        Perspectives.of(units).stream().filter(p -> p.base().isEmpty()).toList();
    List<Module> servers =
        running.stream()
            .map(Perspective::module)
            .distinct()
            .filter(module -> annotation(module, SERVER).isPresent())
            .toList();
    if (servers.size() != 1) {
      return;
    }
    for (Perspective perspective : running) {
      boolean self = perspective.module().equals(servers.get(0));
      boolean addressed =
          ADDRESSES.stream()
              .flatMap(prefix -> perspective.configuration().below(prefix).stream())
              .anyMatch(setting -> setting.key().toLowerCase(Locale.ROOT).endsWith("uri"));
      if (!self && !addressed) {
        annotation(perspective.module(), CLIENT)
            .ifPresent(
                client ->
                    perspective
                        .sink(id(), sink)
                        .inferred(
                            new ConnectionSeen(
                                perspective.module().id(),
                                servers.get(0).id(),
                                ConnectionKind.AUTH,
                                "http",
                                List.of()),
                            client.at()));
      }
    }
  }

  private static Optional<ApplicationAnnotation> annotation(Module module, Pattern name) {
    return module.annotations().stream()
        .filter(annotation -> name.matcher(annotation.name()).matches())
        .findFirst();
  }
}
