package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationDetectorTest {
  private static List<String> found(String name, String code) {
    return new Traced()
        .with(
            "Orders",
            "interface Orders extends"
                + " org.springframework.data.repository.CrudRepository<Order, Long> {}\n")
        .with("Order", "@jakarta.persistence.Entity class Order { long id; }\n")
        .with(name, code)
        .by(new OperationDetector());
  }

  @Test
  void finds_requests_that_change_something_with_their_path() {
    assertThat(
            found(
                "OrderController",
                """
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping("/orders")
                class OrderController {
                  private OrderService service;
                  @PostMapping void place() { service.place(); }
                  @DeleteMapping("/{id}") void cancel(long id) { service.place(); }
                  @RequestMapping(value = "/all", method = RequestMethod.PUT) void all() {
                    service.place();
                  }
                  @GetMapping void list() { service.list(); }
                  @PostMapping("/search") void search() { service.list(); }
                }
                @Service class OrderService {
                  private Orders orders;
                  void place() { orders.save(null); }
                  void list() { orders.findAll(); }
                }
                """))
        .containsExactly(
            "OrderController.place: trigger=POST /orders, effect=writes Order |"
                + " OrderController:6, OrderController:6, OrderController:16",
            "OrderController.cancel: trigger=DELETE /orders/{id}, effect=writes Order |"
                + " OrderController:7, OrderController:7, OrderController:16",
            "OrderController.all: trigger=PUT /orders/all, effect=writes Order |"
                + " OrderController:8, OrderController:9, OrderController:16");
  }

  @Test
  void finds_what_messages_and_clocks_start() {
    assertThat(
            found(
                "Work",
                """
                @Component class Work {
                  private Orders orders;
                  @KafkaListener(topics = "paid") void paid() { orders.save(null); }
                  @Scheduled(fixedRate = 1) void bill() { orders.save(null); }
                  @Scheduled(fixedRate = 1) void look() { orders.findAll(); }
                }
                """))
        .containsExactly(
            "Work.paid: trigger=a message of paid, effect=writes Order | Work:4, Work:4",
            "Work.bill: trigger=a clock, effect=writes Order | Work:5, Work:5");
  }

  @Test
  void reads_what_an_interface_says_and_the_annotations_of_jax_rs() {
    assertThat(
            found(
                "OrderResource",
                """
                @Path("orders") class OrderResource {
                  private Orders orders;
                  @POST @Path("{id}/pay") void pay() { orders.save(null); }
                  @GET void list() { orders.findAll(); }
                }
                interface Api { @PostMapping("/carts") void add(); }
                @RestController class Carts implements Api {
                  private Orders orders;
                  @Override public void add() { orders.save(null); }
                }
                """))
        .containsExactly(
            "OrderResource.pay: trigger=POST /orders/{id}/pay, effect=writes Order |"
                + " OrderResource:4, OrderResource:4",
            "Carts.add: trigger=POST /carts, effect=writes Order | OrderResource:7,"
                + " OrderResource:10");
  }

  @Test
  void names_topics_that_the_configuration_gives() {
    assertThat(
            new Traced()
                .with(
                    "Work",
                    """
                    interface Orders extends
                        org.springframework.data.repository.CrudRepository<Order, Long> {}
                    @Component class Work {
                      Orders orders;
                      @KafkaListener(topics = {"${topics.paid}", Topics.SENT})
                      void on(String order) { orders.save(new Order()); }
                      @RabbitListener(queues = "${gone}") void gone() { orders.save(new Order()); }
                    }
                    """)
                .with("Topics", "class Topics { static final String SENT = \"sent\"; }\n")
                .file(
                    "orders/src/main/resources/application.yml",
                    "a: 1\ntopics: {paid: orders.paid}\n")
                .by(new OperationDetector()))
        .containsExactly(
            "Work.on: trigger=a message of orders.paid and sent, effect=writes Order"
                + " | Work:6, application.yml:2, Work:7",
            "Work.gone: trigger=a message, effect=writes Order | Work:8, Work:8");
  }
}
