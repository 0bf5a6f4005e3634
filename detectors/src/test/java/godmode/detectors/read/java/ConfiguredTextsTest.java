package godmode.detectors.read.java;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts are made of that the configuration, or another file, gives. */
class ConfiguredTextsTest {
  private static final String ROOT = "orders/src/main/java/shop/";

  private final MemorySnapshot files = new MemorySnapshot();

  private void with(String name, String text) {
    files.with(ROOT + name + ".java", "package shop;\n" + text);
  }

  /** The first argument of every call of {@code get} in a class with this body. */
  private List<String> asked(String head, String body) {
    with("Client", head + "class Client { RestTemplate http;\n" + body + "}\n");
    return new JavaSourceReader()
        .read(files, problem -> {}).stream()
            .flatMap(source -> source.invocations().stream())
            .filter(call -> call.method().equals("get"))
            .map(call -> call.arguments().get(0).text())
            .toList();
  }

  @Test
  void properties_of_a_class_that_spring_fills_are_placeholders() {
    with(
        "Settings",
        """
        @ConfigurationProperties(prefix = "shop")
        class Settings {
          private String home = "http://home";
          private Stock stock = new Stock();
          static class Stock { private String baseUrl; private Retry retry; }
        }
        """);
    with("Retry", "class Retry { private String fallbackUrl; }\n");

    assertThat(
            asked(
                "",
                """
                Settings settings;
                void f(Settings.Stock stock) {
                  http.get(settings.getHome());
                  http.get(settings.getStock().getBaseUrl() + "/items");
                  http.get(this.settings.getStock().getRetry().getFallbackUrl());
                  http.get(stock.getBaseUrl());
                  http.get(settings.getNothing());
                }
                """))
        .containsExactly(
            "${shop.home:http://home}",
            "${shop.stock.baseUrl}/items",
            "${shop.stock.retry.fallbackUrl}",
            "${shop.stock.baseUrl}",
            "{}");
  }

  @Test
  void so_are_those_of_records_interfaces_and_beans() {
    with(
        "Rates",
        """
        @ConfigurationProperties("rates") record Rates(@DefaultValue("http://rates") String url) {
          Object all(RestTemplate http) { return http.get(url); }
        }
        """);
    with(
        "Mapped",
        """
        @ConfigMapping(prefix = "mapped") interface Mapped {
          @WithName("base") @WithDefault("http://b") String url();
        }
        """);
    with("Plain", "class Plain { String url; }\n");
    with(
        "Beans",
        "class Beans { @Bean @ConfigurationProperties(\"plain\") Plain p() { return new Plain(); }"
            + " }\n");

    assertThat(
            asked(
                "",
                """
                void f(Rates rates, Mapped mapped, Plain plain) {
                  http.get(rates.url());
                  http.get(mapped.url());
                  http.get(plain.getUrl());
                }
                """))
        .containsExactly(
            "${rates.url:http://rates}",
            "${mapped.base:http://b}",
            "${plain.url}",
            "${rates.url:http://rates}");
  }

  @Test
  void a_type_that_two_prefixes_fill_is_not_known() {
    with(
        "Settings",
        """
        @ConfigurationProperties("shop") class Settings {
          Stock near; Stock far;
          static class Stock { String url; }
        }
        """);

    assertThat(
            asked(
                "",
                """
                void f(Settings settings, Settings.Stock stock) {
                  http.get(stock.getUrl());
                  http.get(settings.getFar().getUrl());
                }
                """))
        .containsExactly("{}", "${shop.far.url}");
  }

  @Test
  void fields_are_filled_by_several_frameworks() {
    assertThat(
            asked(
                "",
                """
                @Value("${a.url:http://a}") String a;
                @Value(value = "#{'${b.url}'}") String b;
                @Value("#{beans.url}") String c;
                @ConfigProperty(name = "d.url", defaultValue = "http://d") String d;
                @Property(name = "e.url") String e;
                void f() {
                  http.get(a); http.get(b); http.get(c); http.get(d); http.get(e);
                }
                """))
        .containsExactly("${a.url:http://a}", "${b.url}", "{}", "${d.url:http://d}", "${e.url}");
  }

  @Test
  void environments_are_asked_by_name() {
    assertThat(
            asked(
                "",
                """
                Config config;
                void f(Environment env) {
                  http.get(env.getProperty("a.url"));
                  http.get(env.getProperty("b.url", "http://b"));
                  http.get(env.getProperty("c.url", String.class));
                  http.get(env.getRequiredProperty("d.url"));
                  http.get(config.getValue("e.url", String.class));
                  http.get(System.getenv("F_URL"));
                  http.get(System.getenv().getOrDefault("G_URL", "http://g"));
                  http.get(System.getProperty("h.url"));
                  http.get(System.getProperty("i.url", "http://i"));
                }
                """))
        .containsExactly(
            "${a.url}",
            "${b.url:http://b}",
            "${c.url}",
            "${d.url}",
            "${e.url}",
            "${F_URL}",
            "${G_URL:http://g}",
            "{}",
            "http://i");
  }

  @Test
  void constants_are_taken_from_other_files_however_they_are_named() {
    with(
        "Urls",
        """
        class Urls {
          static final String HTTP = "http://";
          static final String STOCK = HTTP + "stock" + Urls.Paths.ITEMS;
          static class Paths { static final String ITEMS = "/items"; }
          static final String RATES = HTTP + host();
        }
        """);
    with("Inherited", "interface Inherited { String BANK = \"http://bank\"; }\n");

    assertThat(
            asked(
                "import static shop.Urls.STOCK;\nimport static shop.Urls.Paths.*;\n",
                """
                class Inner implements Inherited { void g() { http.get(BANK); } }
                void f() {
                  http.get(STOCK); http.get(ITEMS); http.get(Urls.Paths.ITEMS);
                  http.get(shop.Urls.STOCK); http.get(Urls.RATES);
                }
                """))
        .containsExactly(
            "http://bank", "http://stock/items", "/items", "/items", "http://stock/items", "{}");
  }

  @Test
  void of_two_constants_of_one_name_the_imported_or_the_nearest_counts() {
    files
        .with(
            "a/src/main/java/a/Urls.java", "package a; class Urls { String BASE = \"http://a\"; }")
        .with(
            "b/src/main/java/b/Urls.java", "package b; class Urls { String BASE = \"http://b\"; }");

    assertThat(asked("", "void f() { http.get(Urls.BASE); }")).containsExactly("{}");
    assertThat(asked("import b.Urls;\n", "void f() { http.get(Urls.BASE); }"))
        .containsExactly("http://b");
    with("Urls", "class Urls { String BASE = \"http://own\"; }\n");
    assertThat(asked("", "void f() { http.get(Urls.BASE); }")).containsExactly("http://own");
  }
}
