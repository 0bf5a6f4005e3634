package godmode.detectors.read.java;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaSourceReaderTest {
  private static final String PATH = "orders/src/main/java/shop/Client.java";

  private final MemorySnapshot files = new MemorySnapshot();
  private final List<ReadProblem> problems = new ArrayList<>();

  private List<JavaSource> read(String text) {
    return new JavaSourceReader().read(files.with(PATH, text), problems::add);
  }

  private List<String> called(String method, String body) {
    return read("class Client { RestTemplate http; " + body + " }").stream()
        .flatMap(source -> source.invocations().stream())
        .filter(call -> call.method().equals(method))
        .map(call -> call.receiver() + " " + call.arguments().get(0).text())
        .toList();
  }

  @Test
  void puts_constants_fields_variables_and_formats_into_texts() {
    files.with("orders/src/main/java/shop/Urls.java", "class Urls { String STOCK = \"stock\"; }");

    assertThat(
            called(
                "getForObject",
                """
                static final String HTTP = "http://";
                @Value("${stock.path:/items}") String path;
                Object find(String id) {
                  String base = HTTP + Urls.STOCK;
                  http.getForObject(base + path + "/" + id, Object.class);
                  http.getForObject(String.format("http://%s/%s", "prices", id), Object.class);
                  this.http.getForObject(URI.create(base), Object.class);
                }
                """))
        .containsExactly(
            "RestTemplate http://stock${stock.path:/items}/{}",
            "RestTemplate http://prices/{}",
            "RestTemplate http://stock");
  }

  @Test
  void follows_a_chain_of_calls_to_the_type_it_begins_with() {
    assertThat(
            called(
                "uri",
                """
                Object find(WebClient.Builder web) {
                  return web.build().get().uri("http://stock/" + id()).retrieve();
                }
                """))
        .containsExactly("WebClient http://stock/{}");
  }

  @Test
  void takes_what_a_constructor_is_given_for_the_field() {
    assertThat(
            called(
                "getForObject",
                """
                private final String url;
                Client(@Value("${stock.url}") String url) { this.url = url; }
                Object find() { return http.getForObject(url + "/items", Object.class); }
                """))
        .containsExactly("RestTemplate ${stock.url}/items");
  }

  @Test
  void reads_a_concatenation_of_a_hundred_parts() {
    String parts = " + \"a\"".repeat(100);

    assertThat(called("getForObject", "Object x = http.getForObject(\"http://b\"" + parts + ");"))
        .containsExactly("RestTemplate http://b" + "a".repeat(100));
  }

  @Test
  void keeps_annotations_with_texts_and_classes() {
    List<JavaSource> read =
        read("@FeignClient(name = \"stock\", fallback = None.class)\ninterface Client {}");

    assertThat(read.get(0).annotated("FeignClient").get(0).values())
        .hasToString("{name=[stock @1], fallback=[None @1]}");
  }

  @Test
  void parses_neither_tests_nor_files_that_connect_to_nothing() {
    files.with("orders/src/test/java/shop/T.java", "class T { String s = \"http://x\"; }");

    assertThat(read("class Client { int one; }")).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void reports_what_is_no_java() {
    assertThat(read("class Client { String url = \"http://stock\" }}")).isEmpty();
    assertThat(problems)
        .hasToString(
            "["
                + PATH
                + ":1: this is no Java that can be parsed; what it connects to is not known]");
  }

  @Test
  void reads_constants_as_long_as_a_file_may_be() {
    files.with(
        "orders/src/main/java/shop/Long.java",
        "class Long { String KEY = \"" + "a\\n".repeat(60_000) + "\"; }");

    assertThat(called("getForObject", "void f() { http.getForObject(\"http://a\"); }"))
        .containsExactly("RestTemplate http://a");
  }

  @Test
  void parses_for_an_annotation_that_is_written_with_its_package() {
    assertThat(read("@org.springframework.stereotype.Service class Client {}")).hasSize(1);
    assertThat(read("class Client { org.springframework.stereotype.Service one; }")).isEmpty();
  }
}
