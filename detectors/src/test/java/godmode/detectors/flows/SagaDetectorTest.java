package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SagaDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Orders",
            """
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends JpaRepository<Order, Long> {}
            """)
        .with("Order", "@Entity class Order {}\n")
        .with(
            "Bank",
            """
            @FeignClient("bank") interface Bank {
              @PostMapping("/charges") void charge(Order order);
              @PostMapping("/refunds") void refund(Order order);
              @DeleteMapping("/cache") void clearCache();
              @PostMapping("/queries") String findLimit(Order order);
            }
            """)
        .with("Shop", "@Service class Shop {\nOrders orders; Bank bank;\n" + body + "}\n")
        .by(new SagaDetector());
  }

  @Test
  void sees_a_charge_that_stays_when_the_order_is_not_stored() {
    assertThat(of("void buy(Order o) {\nbank.charge(o);\norders.save(o);\n}\n"))
        .containsExactly(
            "Shop.buy: steps=Bank.charge, then Order.save, compensated-by=nothing"
                + " | Shop:4, Shop:5, Shop:6");
  }

  @Test
  void sees_what_undoes_the_charge() {
    assertThat(
            of(
                "void buy(Order o) {\nbank.charge(o);\ntry { orders.save(o); }"
                    + " catch (Exception e) { bank.refund(o); }\n}\n"))
        .containsExactly(
            "Shop.buy: steps=Bank.charge, then Order.save, compensated-by=Bank.refund"
                + " | Shop:4, Shop:5, Shop:6");
  }

  @Test
  void leaves_branches_of_which_one_runs() {
    assertThat(
            of(
                """
                void buy(Order o, String how) {
                  switch (how) {
                    case "card":
                      bank.charge(o);
                      break;
                    default:
                      orders.save(o);
                  }
                }
                void sell(Order o, boolean paid) {
                  if (paid) {
                    bank.charge(o);
                    return;
                  }
                  orders.save(o);
                }
                """))
        .isEmpty();
  }

  @Test
  void leaves_caches_that_are_emptied_and_questions_that_are_sent_by_post() {
    assertThat(
            of(
                """
                void a(Order o) { bank.clearCache(); orders.save(o); }
                void b(Order o) { bank.findLimit(o); orders.save(o); }
                public static void main(String[] a) { new Shop().bank.charge(null);
                  new Shop().orders.save(null); }
                """))
        .isEmpty();
  }

  @Test
  void knows_that_a_global_transaction_of_another_service_undoes_the_steps_of_this_one() {
    Traced shop =
        new Traced()
            .file(
                "orders/pom.xml",
                "<project><artifactId>orders</artifactId><dependencies><dependency>"
                    + "<groupId>com.alibaba.cloud</groupId>"
                    + "<artifactId>spring-cloud-starter-alibaba-seata</artifactId>"
                    + "</dependency></dependencies></project>")
            .with(
                "Shop",
                """
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.web.client.RestTemplate;
                @Service class Shop {
                  RestTemplate http; JdbcTemplate jdbc;
                  void buy() {
                    http.postForObject("http://bank/charges", null, A.class);
                    jdbc.update("INSERT INTO orders VALUES (1)");
                  }
                }
                """);
    String steps = "Shop.buy: steps=RestTemplate.postForObject, then JdbcTemplate.update";

    assertThat(shop.by(new SagaDetector()))
        .containsExactly(steps + ", compensated-by=nothing | Shop:6, Shop:7, Shop:8");
    assertThat(
            shop.file(
                    "business/src/main/java/shop/Business.java",
                    """
                    package shop;
                    @Service class Business {
                      @GlobalTransactional void purchase() {}
                    }
                    """)
                .by(new SagaDetector()))
        .containsExactly(
            steps + ", compensated-by=a global transaction of Seata | Shop:6, Shop:7, Shop:8");
  }
}
