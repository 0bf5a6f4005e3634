package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What names of types mean, however they are written. */
class TypeNamesTest {
  private static final String CALLED =
      "OrderService.place: called=RestTemplate.postForObject, coordinated-by=nothing | ";

  private static List<String> calls(Traced files) {
    return files.by(new CallInTransactionDetector());
  }

  private static Traced service(String code) {
    return new Traced().with("OrderService", code);
  }

  @Test
  void a_type_may_be_written_with_its_package() {
    assertThat(
            calls(
                service(
                    """
                    @Service class OrderService {
                      private final org.springframework.web.client.RestTemplate http =
                          new org.springframework.web.client.RestTemplate();
                      @Transactional public void place() {
                        http.postForObject("http://bank/pay", null, String.class);
                      }
                    }
                    """)))
        .containsExactly(CALLED + "OrderService:5, OrderService:6");
    assertThat(
            calls(
                service(
                    """
                    @Service class OrderService {
                      @Transactional public void place() {
                        new org.springframework.web.client.RestTemplate()
                            .postForObject("http://bank/pay", null, String.class);
                      }
                    }
                    """)))
        .containsExactly(CALLED + "OrderService:3, OrderService:5");
  }

  @Test
  void a_name_that_means_two_types_keeps_both_apart() {
    String twoOfOneName =
        """
        import org.springframework.web.client.RestTemplate;
        @Service class OrderService {
          private %s http;
          private %s other;
          @Transactional public void place() { http.postForObject("http://bank", null, A.class); }
        }
        """;

    assertThat(calls(service(twoOfOneName.formatted("RestTemplate", "shop.local.RestTemplate"))))
        .containsExactly(CALLED + "OrderService:6, OrderService:6");
    assertThat(calls(service(twoOfOneName.formatted("shop.local.RestTemplate", "RestTemplate"))))
        .isEmpty();
  }

  @Test
  void all_types_of_a_package_may_be_imported() {
    assertThat(
            calls(
                service(
                    """
                    import org.springframework.web.client.*;
                    @Service class OrderService {
                      private RestTemplate http;
                      @Transactional public void place() { http.postForObject("http://bank", null, A.class); }
                    }
                    """)))
        .containsExactly(CALLED + "OrderService:5, OrderService:5");
  }

  @Test
  void a_type_inside_another_is_told_from_its_namesake() {
    Traced files =
        new Traced()
            .with(
                "Bank",
                """
                class Bank {
                  @FeignClient("bank") interface Client { @PostMapping("/pay") void pay(); }
                }
                """)
            .with("Fake", "class Fake { interface Client { void pay(); } }\n");
    String user =
        """
        @Service class OrderService {
          private %s.Client client;
          @Transactional public void place() { client.pay(); }
        }
        """;

    assertThat(calls(files.with("OrderService", user.formatted("Bank"))))
        .containsExactly(
            "OrderService.place: called=Client.pay, coordinated-by=nothing"
                + " | OrderService:4, OrderService:4");
    assertThat(calls(files.with("OrderService", user.formatted("Fake")))).isEmpty();
  }

  @Test
  void a_method_may_be_imported_or_belong_to_the_type_around() {
    String bank =
        """
        import org.springframework.web.client.RestTemplate;
        @Component class Bank {
          static void pay() { new RestTemplate().postForObject("http://bank", null, A.class); }
        }
        """;
    for (String name : List.of("pay", "*")) {
      assertThat(
              calls(
                  service(
                          "import static shop.Bank."
                              + name
                              + ";\n@Service class OrderService {\n"
                              + "  @Transactional public void place() { pay(); }\n}\n")
                      .with("Bank", bank)))
          .containsExactly(CALLED + "OrderService:4, OrderService:4, Bank:4");
    }
    assertThat(
            calls(
                service(
                    """
                    import org.springframework.web.client.RestTemplate;
                    class Outer {
                      RestTemplate http;
                      void pay() { http.postForObject("http://bank", null, A.class); }
                      @Service class OrderService { @Transactional public void place() { pay(); } }
                    }
                    """)))
        .containsExactly(CALLED + "OrderService:6, OrderService:6, OrderService:5");
  }

  @Test
  void a_pattern_declares_a_variable() {
    assertThat(
            calls(
                service(
                    """
                    import org.springframework.web.client.RestTemplate;
                    @Service class OrderService {
                      @Transactional public void place(Object client) {
                        if (client instanceof RestTemplate http) {
                          http.postForObject("http://bank", null, A.class);
                        }
                      }
                    }
                    """)))
        .containsExactly(CALLED + "OrderService:4, OrderService:6");
  }
}
