package godmode.detectors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupsDetectorTest {
  private static final String CODE = "orders/src/main/java/Client.java";
  private static final String SETTINGS = "orders/src/main/resources/application.properties";

  private final MemorySnapshot files = new MemorySnapshot();

  private void module(String name, String settings) {
    files
        .with(
            name + "/pom.xml",
            "<project><artifactId>"
                + name
                + "</artifactId><dependencies><dependency>"
                + "<groupId>org.springframework.boot</groupId>"
                + "<artifactId>spring-boot-starter-web</artifactId>"
                + "</dependency></dependencies></project>")
        .with(name + "/Dockerfile", "FROM scratch\n")
        .with(name + "/src/main/resources/application.properties", settings);
  }

  private List<String> said(String settings, String code) {
    module("orders", settings);
    module("stock", "server.port=8082");
    module("bills", "server.port=8083");
    files.with(CODE, code);
    return Said.by(new LookupsDetector(), files);
  }

  @Test
  void finds_services_that_code_asks_a_registry_for() {
    assertThat(
            said(
                "server.port=8081\nbills.name=bills",
                """
                class C {
                  private static final String STOCK = "stock";
                  DiscoveryClient registry;
                  LoadBalancerClient balancer;
                  @Value("${bills.name}") String bills;
                  void a() { registry.getInstances(STOCK).get(0).getUri(); }
                  void b() { balancer.choose(bills); }
                  void all() { registry.getServices(); registry.getInstances("unheard-of"); }
                }
                """))
        .containsExactly(
            CODE + ":6 path:orders -> stock call http", CODE + ":7 path:orders -> bills call http");
  }

  @Test
  void finds_clients_that_an_annotation_names() {
    assertThat(said("server.port=8081", "@RibbonClient(name = \"stock\")\nclass C {}"))
        .containsExactly(CODE + ":1 path:orders -> stock call http");
  }

  @Test
  void finds_the_servers_that_ribbon_is_given() {
    assertThat(
            said(
                """
                server.port=8081
                stock.ribbon.listOfServers=localhost:9999
                partner.ribbon.list-of-servers=localhost:8083,elsewhere.test:80
                """,
                "class C {}"))
        .containsExactly(
            SETTINGS + ":2 path:orders -> stock call http",
            SETTINGS + ":3 path:orders -> path:bills call http");
  }

  @Test
  void knows_nobody_at_a_port_that_two_may_listen_on() {
    module("copies", "server.port=8083");

    assertThat(said("server.port=8081\npartner.ribbon.listOfServers=localhost:8083", "class C {}"))
        .isEmpty();
  }
}
