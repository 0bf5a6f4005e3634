package godmode.detectors.spring;

import godmode.core.evidence.Claim.CalledAlso;
import godmode.core.evidence.Claim.ComponentSeen;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Presence;
import godmode.core.fact.Place;
import java.util.Optional;

/**
 * What stands outside the repository and has only an address is given the name of its role as well,
 * by which people and published models of such systems call it.
 */
final class ExternalNames {
  private ExternalNames() {}

  /** Something on the web that is called. */
  static void website(EvidenceSink.Of sink, String host, Place at) {
    say(sink, host, ComponentType.EXTERNAL_SERVICE, "external-website", at);
  }

  /** The host that mails are handed to. */
  static void mailServer(EvidenceSink.Of sink, String host, Place at) {
    say(sink, host, ComponentType.MAIL, "mail-server", at);
  }

  /** A repository of configuration: {@code github-repository}. */
  static void configRepository(EvidenceSink.Of sink, String name, String host, Place at) {
    String forge = host.replaceFirst("^www\\.", "").replaceFirst("\\..*$", "");
    say(sink, name, ComponentType.CONFIG_REPOSITORY, forge + "-repository", at);
  }

  private static void say(
      EvidenceSink.Of sink, String name, ComponentType type, String role, Place at) {
    sink.stated(
        new ComponentSeen(name, Optional.of(type), Optional.empty(), Presence.ADDRESSED), at);
    sink.stated(new CalledAlso(name, role), at);
  }
}
