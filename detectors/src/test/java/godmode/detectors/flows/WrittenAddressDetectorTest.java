package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenAddressDetectorTest {
  private static List<String> of(String members) {
    return new Traced()
        .with(
            "Client",
            """
            import org.springframework.web.client.RestTemplate;
            @Service class Client {
              RestTemplate rest;
              @Value("${stock.url:http://localhost:8081}") String url;
            """
                + members
                + "\n}\n")
        .by(new WrittenAddressDetector());
  }

  @Test
  void tells_hosts_and_ports_that_clients_are_given() {
    assertThat(
            of(
                """
                static final String STOCK = "http://stock-service:8080";
                int of(String item) { return rest.getForObject(STOCK + "/items/" + item, Integer.class); }
                Jedis jedis() { return new Jedis("10.0.0.7", 6379); }
                """))
        .containsExactly("Client: address=stock-service:8080, 10.0.0.7:6379 | Client:7, Client:8");
  }

  @Test
  void tells_the_address_of_a_feign_client() {
    assertThat(
            new Traced()
                .with(
                    "Stock",
                    """
                    import org.springframework.cloud.openfeign.FeignClient;
                    @FeignClient(name = "stock", url = "http://localhost:8083") interface Stock {
                      @GetMapping("/stock") int of(String item);
                    }
                    """)
                .by(new WrittenAddressDetector()))
        .containsExactly("Stock: address=localhost:8083 | Stock:3");
  }

  @Test
  void says_that_the_configuration_decides() {
    assertThat(of("int of(String i) { return rest.getForObject(url + \"/\" + i, Integer.class); }"))
        .containsExactly("Client: address=${stock.url:http://localhost:8081}/{} | Client:6");
  }

  @Test
  void leaves_what_is_looked_up_public_or_not_called() {
    assertThat(of("int a() { return rest.getForObject(\"http://stock/items\", Integer.class); }"))
        .isEmpty();
    assertThat(
            of("int a() { return rest.getForObject(\"https://api.bank.com:8443/x\", I.class); }"))
        .isEmpty();
    assertThat(of("void a() { log.info(\"http://stock:8080\"); }")).isEmpty();
    assertThat(of("int a(String h) { return rest.getForObject(h + \":8080/x\", Integer.class); }"))
        .isEmpty();
  }
}
