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
}
