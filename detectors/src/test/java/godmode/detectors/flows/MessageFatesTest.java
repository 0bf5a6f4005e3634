package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageFatesTest {
  private static Traced shop(String imported, String annotation, String body) {
    return new Traced()
        .with("Order", "@Entity class Order { @Id Long id; }")
        .with("Orders", "interface Orders extends JpaRepository<Order, Long> {}")
        .with(
            "Listener",
            "import "
                + imported
                + ";\n@Component class Listener {\n  Orders orders;\n  "
                + annotation
                + "\n  void on(Order order) {\n"
                + body
                + "\n  }\n}\n");
  }

  private static final String SAVE = "orders.save(order);";

  private static Traced rabbit() {
    return shop(
        "org.springframework.amqp.rabbit.annotation.RabbitListener",
        "@RabbitListener(queues = \"orders\")",
        SAVE);
  }

  private static List<String> of(Traced traced) {
    return traced.by(new MessageFailureDetector());
  }

  private static String told(String fate) {
    return "Listener.on: effect=writes Order, on-failure=" + fate + " | Listener:5, Listener:7";
  }

  private static final String UNKNOWN = "Listener.on: effect=writes Order | Listener:5, Listener:7";

  private static final String YAML = "orders/src/main/resources/application.yml";

  @Test
  void rabbit_gets_back_what_is_thrown_at() {
    assertThat(of(rabbit())).containsExactly(told("delivered again at once, without end"));
  }

  @Test
  void a_rejected_message_is_gone_where_the_queue_has_no_dead_letters() {
    Traced rejecting =
        rabbit().file(YAML, "spring.rabbitmq.listener.simple.default-requeue-rejected: false\n");
    assertThat(of(rejecting)).containsExactly(UNKNOWN);
    rejecting.with(
        "Queues",
        "@Configuration class Queues { @Bean Queue q() { return new Queue(\"orders\"); } }");
    assertThat(of(rejecting)).containsExactly(told("dropped at the first failure"));
    rejecting.with(
        "Dead",
        "@Configuration class Dead { @Bean Queue r() { return"
            + " QueueBuilder.durable(\"orders\").deadLetterExchange(\"dead\").build(); } }");
    assertThat(of(rejecting)).containsExactly(told("a dead-letter exchange"));
  }

  @Test
  void retries_of_rabbit_end_in_nothing_without_dead_letters() {
    assertThat(
            of(
                rabbit()
                    .file(YAML, "spring.rabbitmq.listener.simple.retry: {enabled: true}\n")
                    .with(
                        "Q",
                        "@Configuration class Q { @Bean Queue q() { return new Queue(\"o\"); } }")))
        .containsExactly(told("dropped after 3 tries"));
  }

  @Test
  void an_error_handler_of_rabbit_decides() {
    assertThat(
            of(
                rabbit()
                    .with(
                        "Errors",
                        """
                        import org.springframework.amqp.rabbit.retry.RepublishMessageRecoverer;
                        @Configuration class Errors { RepublishMessageRecoverer recoverer; }
                        """)))
        .containsExactly(told("an error handler"));
  }

  @Test
  void a_handler_that_only_logs_loses_the_message_of_any_broker() {
    for (String listener :
        List.of(
            "org.springframework.amqp.rabbit.annotation.RabbitListener",
            "org.springframework.jms.annotation.JmsListener")) {
      String name = listener.substring(listener.lastIndexOf('.') + 1);
      assertThat(
              of(
                  shop(
                      listener,
                      "@" + name + "(\"orders\")",
                      "try {\n" + SAVE + "\n} catch (Exception e) {\nlog.error(\"no\", e);\n}")))
          .containsExactly(
              "Listener.on: effect=writes Order, on-failure=dropped after a line in the log"
                  + " | Listener:5, Listener:8, Listener:9");
      assertThat(
              of(
                  shop(
                      listener,
                      "@" + name + "(\"orders\")",
                      "try {\n" + SAVE + "\n} catch (Exception e) {\nfailed.add(order);\n}")))
          .isEmpty();
    }
  }

  @Test
  void a_handler_that_throws_again_keeps_nothing() {
    assertThat(
            of(
                shop(
                    "org.springframework.amqp.rabbit.annotation.RabbitListener",
                    "@RabbitListener(queues = \"orders\")",
                    "try {"
                        + SAVE
                        + "} catch (Exception e) { log.error(\"no\", e); throw new Broken(e); }")))
        .containsExactly(told("delivered again at once, without end"));
  }

  @Test
  void a_plain_container_of_jms_acknowledges_first() {
    String factory =
        """
        import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
        @Configuration class Jms {
          @Bean DefaultJmsListenerContainerFactory jmsListenerContainerFactory() {
            var factory = new DefaultJmsListenerContainerFactory();
            factory.setConcurrency("3");
            return factory;
          }
        }
        """;
    String imported = "org.springframework.jms.annotation.JmsListener";
    String annotation = "@JmsListener(destination = \"orders\")";
    assertThat(of(shop(imported, annotation, SAVE).with("Jms", factory)))
        .containsExactly(told("dropped at the first failure"));
    assertThat(
            of(
                shop(imported, annotation, SAVE)
                    .with(
                        "Jms",
                        factory.replace("setConcurrency(\"3\")", "setSessionTransacted(true)"))))
        .containsExactly(UNKNOWN);
    assertThat(of(shop(imported, annotation, SAVE))).containsExactly(UNKNOWN);
  }

  @Test
  void a_queue_of_sqs_decides_unless_the_policy_deletes() {
    String imported = "io.awspring.cloud.sqs.annotation.SqsListener";
    assertThat(of(shop(imported, "@SqsListener(\"orders\")", SAVE))).containsExactly(UNKNOWN);
    assertThat(
            of(
                shop(
                    imported,
                    "@SqsListener(value = \"orders\", acknowledgementMode ="
                        + " SqsListenerAcknowledgementMode.ALWAYS)",
                    SAVE)))
        .containsExactly(told("dropped at the first failure"));
    assertThat(
            of(
                shop(imported, "@SqsListener(\"orders\")", SAVE)
                    .file("queues.tf", "resource q { redrive_policy = jsonencode({}) }\n")))
        .containsExactly(told("a dead-letter queue"));
  }

  @Test
  void a_binding_of_stream_tries_three_times() {
    String imported = "org.springframework.cloud.stream.annotation.StreamListener";
    String binding = "spring.cloud.stream.bindings.input: {destination: orders, group: shop}\n";
    assertThat(of(shop(imported, "@StreamListener(\"input\")", SAVE).file(YAML, binding)))
        .containsExactly(told("dropped after 3 tries"));
    assertThat(
            of(
                shop(imported, "@StreamListener(\"input\")", SAVE)
                    .file(
                        YAML,
                        binding
                            + "spring.cloud.stream.kafka.bindings.input.consumer.enableDlq:"
                            + " true\n")))
        .containsExactly(told("a dead-letter queue"));
    assertThat(of(shop(imported, "@StreamListener(\"input\")", SAVE))).containsExactly(UNKNOWN);
  }

  @Test
  void a_function_of_stream_is_a_listener_if_it_is_bound() {
    String bean =
        """
        @Configuration class Functions {
          Orders orders;
          @Bean Consumer<Order> place() {
            return order -> orders.save(order);
          }
        }
        """;
    Traced shop =
        new Traced()
            .with("Order", "@Entity class Order { @Id Long id; }")
            .with("Orders", "interface Orders extends JpaRepository<Order, Long> {}")
            .with("Functions", bean);
    assertThat(of(shop)).isEmpty();
    assertThat(of(shop.file(YAML, "spring.cloud.stream.bindings.place-in-0.destination: orders\n")))
        .containsExactly(
            "Functions.place: effect=writes Order, on-failure=dropped after 3 tries"
                + " | Functions:4, Functions:5");
  }
}
