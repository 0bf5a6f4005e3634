package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitDetectorTest {
  private static Traced shop(String body) {
    return new Traced()
        .with(
            "Bank",
            """
            import jakarta.validation.Valid;
            @FeignClient(name = "bank") interface Bank { @PostMapping("/a") void charge(String order); }
            """)
        .with(
            "Billing",
            """
            import java.time.Duration;
            import java.util.concurrent.TimeUnit;
            import org.redisson.api.*;
            @Service class Billing {
              Bank bank; RedissonClient redisson;
            """
                + body
                + "}\n");
  }

  private static final String LEASED =
      """
      void charge(String order) {
        RLock lock = redisson.getLock(order);
        lock.lock(5, TimeUnit.SECONDS);
        bank.charge(order);
        lock.unlock();
      }
      """;

  @Test
  void compares_a_lock_with_the_default_of_the_client_under_it() {
    assertThat(shop(LEASED).by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT1M | Billing:9, Billing:10");
  }

  @Test
  void knows_times_that_constants_and_the_configuration_give() {
    String settings = "orders/src/main/resources/application.properties";
    String shown = "Billing.charge: lease-time=PT%dS, longest-wait=PT1M | ";

    assertThat(
            shop("static final long LEASE = 5 * 2;\n" + LEASED.replace("(5,", "(LEASE,"))
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(10) + "Billing:10, Billing:11");
    assertThat(
            shop("@Value(\"${lease:20}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(20) + "Billing:10, Billing:11");
    assertThat(
            shop("@Value(\"${lease:20}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .file(settings, "a=1\nlease=7\n")
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(7) + "Billing:10, application.properties:2, Billing:11");
    assertThat(
            shop("Leases leases;\n" + LEASED.replace("(5,", "(leases.getLock(),"))
                .with(
                    "Leases", "@ConfigurationProperties(\"leases\") class Leases { long lock; }\n")
                .file(settings, "leases.lock=7\n")
                .by(new WaitDetector()))
        .containsExactly(shown.formatted(7) + "Billing:10, application.properties:1, Billing:11");
    assertThat(
            shop("@SchedulerLock(lockAtMostFor = \"${most}\") void f() { bank.charge(\"\"); }\n")
                .file(settings, "most=PT9S\n")
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.f: lease-time=PT9S, longest-wait=PT1M"
                + " | Billing:7, application.properties:1, Billing:7");
  }

  @Test
  void knows_no_time_that_may_change_or_is_not_configured() {
    assertThat(
            shop("long lease = 5; void set(long l) { lease = l; }\n"
                    + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop("@Value(\"${lease}\") long lease;\n" + LEASED.replace("(5,", "(lease,"))
                .by(new WaitDetector()))
        .isEmpty();
  }

  @Test
  void takes_the_limits_of_both_from_the_configuration() {
    assertThat(
            shop("@TimeLimiter(name = \"bank\") void charge(String o) { bank.charge(o); }\n")
                .file(
                    "orders/src/main/resources/application.yml",
                    """
                    resilience4j.timelimiter.instances.bank.timeout-duration: 2s
                    spring.cloud.openfeign.client.config.bank.read-timeout: 1500
                    """)
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: outer-wait=PT2S, longest-wait=PT1.5S | Billing:7, Billing:7");
  }

  @Test
  void says_nothing_of_limits_it_does_not_know() {
    assertThat(
            shop(LEASED)
                .with(
                    "Options",
                    "class Options { @Bean Request.Options options() { return null; } }\n")
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop("@TimeLimiter(name = \"bank\") void charge(String o) { bank.charge(o); }\n")
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            shop(LEASED.replace("bank.charge(order);", "").replace("}", "bank.charge(order); }"))
                .by(new WaitDetector()))
        .isEmpty();
  }

  private static Traced clients(String rest, String member, String call) {
    return new Traced()
        .with("Rest", "@Configuration class Rest {\n" + rest + "\n}\n")
        .with(
            "Billing",
            """
            import java.util.concurrent.TimeUnit;
            import org.redisson.api.*;
            import org.springframework.web.client.*;
            import org.springframework.web.reactive.function.client.WebClient;
            import okhttp3.*;
            @Service class Billing {
              RedissonClient redisson;
            """
                + member
                + "\n  void charge(String order) {\n    RLock lock = redisson.getLock(order);\n"
                + "    lock.lock(5, TimeUnit.SECONDS);\n    "
                + call
                + "\n    lock.unlock();\n  }\n}\n");
  }

  private static final String POST = "rest.postForObject(\"http://bank/a\", order, String.class);";

  @Test
  void knows_how_long_a_rest_template_of_the_module_waits() {
    assertThat(
            clients(
                    "@Bean RestTemplate rest(RestTemplateBuilder builder) {\n"
                        + " return builder.setReadTimeout(Duration.ofSeconds(20)).build(); }",
                    "RestTemplate rest;",
                    POST)
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT20S | Billing:12, Billing:13, Rest:3");
    assertThat(
            clients(
                    "@Bean RestTemplate rest() {\n return new RestTemplate(factory()); }\n"
                        + "HttpRequests factory() { var f = new Factory();"
                        + " f.setConnectTimeout(1000); f.setReadTimeout(30000); return f; }",
                    "RestTemplate rest;",
                    POST)
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT30S | Billing:12, Billing:13, Rest:4");
  }

  @Test
  void knows_the_limits_of_other_clients() {
    assertThat(
            clients(
                    "",
                    "OkHttpClient http = new OkHttpClient();",
                    "http.newCall(request).execute();")
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT10S"
                + " | Billing:12, Billing:13, Billing:9");
    assertThat(
            clients(
                    "",
                    "WebClient web;",
                    "web.get().uri(\"/a\").retrieve().bodyToMono(A.class)"
                        + ".block(Duration.ofSeconds(7));")
                .by(new WaitDetector()))
        .containsExactly(
            "Billing.charge: lease-time=PT5S, longest-wait=PT7S | Billing:12, Billing:13");
  }

  @Test
  void does_not_guess_among_clients_that_wait_differently() {
    assertThat(
            clients(
                    "@Bean RestTemplate a(RestTemplateBuilder b) {"
                        + " return b.setReadTimeout(Duration.ofSeconds(20)).build(); }\n"
                        + "@Bean RestTemplate c(RestTemplateBuilder b) {"
                        + " return b.setReadTimeout(Duration.ofSeconds(2)).build(); }",
                    "RestTemplate rest;",
                    POST)
                .by(new WaitDetector()))
        .isEmpty();
    assertThat(
            clients(
                    "@Bean RestTemplate a() { return new RestTemplate(); }",
                    "RestTemplate rest;",
                    POST)
                .by(new WaitDetector()))
        .isEmpty();
  }
}
