package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaReadDetectorTest {
  private static List<String> of(String body) {
    return new Traced()
        .with(
            "Stock",
            """
            import com.mongodb.ReadPreference;
            import com.mongodb.client.MongoCollection;
            @Component class Stock {
              MongoCollection<Document> items;
              void take(String id) {
            """
                + body
                + "}\n}\n")
        .by(new ReplicaReadDetector());
  }

  private static final String READ =
      "Document item = items.withReadPreference(ReadPreference.secondary()).find(id).first();\n";

  @Test
  void follows_what_a_secondary_says_into_a_write() {
    assertThat(of(READ + "items.updateOne(eq(id), set(\"stock\", item.get(\"stock\")));\n"))
        .containsExactly("Stock.take: value=item, checked-by=nothing | Stock:7, Stock:8");
    assertThat(of(READ + "if (item.getBoolean(\"free\")) {\nitems.deleteOne(eq(id));\n}\n"))
        .containsExactly("Stock.take: value=item, checked-by=nothing | Stock:7, Stock:9");
  }

  @Test
  void sees_that_the_write_names_a_version() {
    assertThat(
            of(READ + "items.updateOne(and(eq(id), eq(\"version\", item.get(\"version\"))), x);\n"))
        .containsExactly("Stock.take: value=item, checked-by=a version | Stock:7, Stock:8");
  }

  @Test
  void leaves_reads_of_the_primary_and_writes_of_something_else() {
    assertThat(of("Document item = items.find(id).first();\nitems.insertOne(item);\n")).isEmpty();
    assertThat(of(READ + "show(item);\nitems.insertOne(other);\n")).isEmpty();
  }

  private static Traced items(String annotation, String fields) {
    return new Traced()
        .with("Item", "class Item {\n" + fields + "\nint left; }")
        .with("Items", "interface Items extends MongoRepository<Item, String> {}")
        .with(
            "Stock",
            """
            @Service class Stock {
              Items items;
            """
                + annotation
                + """
                  void take(String id) {
                    Item item = items.findById(id).get();
                    item.setLeft(item.getLeft() - 1);
                    items.save(item);
                  }
                }
                """);
  }

  private static final String YAML = "orders/src/main/resources/application.yml";
  private static final String URI =
      "spring.data.mongodb.uri:"
          + " mongodb://a,b,c/shop?replicaSet=rs&readPreference=secondaryPreferred\n";

  @Test
  void knows_that_a_connection_string_sends_every_read_to_secondaries() {
    assertThat(items("", "").file(YAML, URI).by(new ReplicaReadDetector()))
        .containsExactly("Stock.take: value=item, checked-by=nothing | Stock:5, Stock:7");
    assertThat(items("", "@Version Long version;").file(YAML, URI).by(new ReplicaReadDetector()))
        .containsExactly("Stock.take: value=item, checked-by=a version | Stock:5, Stock:7");
    assertThat(items("", "").by(new ReplicaReadDetector())).isEmpty();
  }

  @Test
  void transactions_read_from_the_primary() {
    assertThat(items("@Transactional\n", "").file(YAML, URI).by(new ReplicaReadDetector()))
        .isEmpty();
  }
}
