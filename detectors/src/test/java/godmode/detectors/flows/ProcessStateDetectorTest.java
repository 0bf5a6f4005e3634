package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStateDetectorTest {
  private static List<String> of(String fields, String body) {
    return new Traced()
        .with(
            "Carts",
            "import java.util.*; import org.springframework.web.client.*;\n"
                + "@RestController class Carts {\n"
                + fields
                + "\n@PostMapping(\"/carts\") void add(String id, String item) {\n"
                + body
                + "\n}\n}\n")
        .by(new ProcessStateDetector());
  }

  @Test
  void follows_a_request_to_a_map_that_is_all_that_remembers_it() {
    assertThat(of("Map<String, String> carts = new HashMap<>();", "carts.put(id, item);"))
        .containsExactly("Carts.carts: held-in=Map<String,String> | Carts:6, Carts:4");
  }

  @Test
  void names_what_keeps_tokens_in_memory() {
    assertThat(of("Object tokens = new InMemoryTokenStore();", ""))
        .containsExactly("Carts.tokens: held-in=InMemoryTokenStore | Carts:4");
  }

  @Test
  void leaves_caches_clients_of_others_and_what_is_stored_as_well() {
    assertThat(of("Map<String, String> cache = new HashMap<>();", "cache.put(id, item);"))
        .isEmpty();
    assertThat(of("Map<String, String> clients = new HashMap<>();", "clients.put(id, item);"))
        .isEmpty();
    assertThat(
            of(
                "Map<String, String> carts = new HashMap<>();\n" + "RestTemplate http;",
                "carts.put(id, item);\nhttp.put(\"http://carts\", item);"))
        .isEmpty();
  }
}
