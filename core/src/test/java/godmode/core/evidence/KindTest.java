package godmode.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindTest {

  private static Claim is(ComponentType type, Presence presence) {
    return Files.seen("x", Optional.of(type), Optional.empty(), presence);
  }

  @Test
  void what_is_deployed_counts_before_what_is_built() {
    Files files = new Files();
    files.application("pom.xml").states(is(ComponentType.GATEWAY, Presence.BUILT));
    files.compose("compose.yml").infers(is(ComponentType.WEB_APP, Presence.DEPLOYED));

    assertThat(Lines.components(files.topology())).containsExactly("x web-app - [default]");
    assertThat(files.topology().unread()).isEmpty();
  }

  @Test
  void what_is_stated_counts_before_what_is_inferred() {
    Files files = new Files();
    files
        .compose("compose.yml")
        .infers(is(ComponentType.CACHE, Presence.DEPLOYED))
        .states(is(ComponentType.DATABASE, Presence.DEPLOYED));

    assertThat(Lines.components(files.topology())).containsExactly("x database - [default]");
  }

  @Test
  void infrastructure_counts_before_a_plain_service() {
    Files files = new Files();
    files.application("pom.xml").builds("x", "spring-boot").builds("x", "zuul");

    assertThat(Lines.components(files.topology()))
        .containsExactly("user user - [default]", "x gateway zuul [default]");
    assertThat(files.topology().unread()).isEmpty();
  }

  @Test
  void of_equally_strong_contradictions_the_earlier_place_counts_and_a_line_says_so() {
    Files files = new Files();
    files.compose("compose.yml").deploys("x", "redis").deploys("x", "mysql");

    assertThat(Lines.components(files.topology())).containsExactly("x cache redis [default]");
    assertThat(Lines.unread(files.topology()))
        .containsExactly(
            "compose.yml:2 x is called database here and cache at compose.yml:1, which counts"
                + " because it comes first",
            "compose.yml:2 x is called mysql here and redis at compose.yml:1, which counts"
                + " because it comes first");
  }
}
