package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientIdentityDetectorTest {
  private static List<String> of(String value) {
    return new Traced()
        .with(
            "Config",
            "@Configuration class Config {\nvoid set(Map<String, Object> p, String host) {\n"
                + "p.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "
                + value
                + ");\n}\n}\n")
        .by(new ClientIdentityDetector());
  }

  @Test
  void tells_a_fixed_identity_from_one_of_each_copy() {
    assertThat(of("\"orders\"")).containsExactly("Config.set: identity=orders | Config:4");
    assertThat(of("\"orders-\" + host"))
        .containsExactly("Config.set: identity=one of its own | Config:4");
    assertThat(of("host")).containsExactly("Config.set: identity=one of its own | Config:4");
  }

  @Test
  void leaves_other_settings() {
    assertThat(
            new Traced()
                .with(
                    "Config",
                    "@Configuration class Config { void set(Map<String, Object> p) {"
                        + " p.put(\"client.id\", \"orders\"); } }\n")
                .by(new ClientIdentityDetector()))
        .isEmpty();
  }
}
