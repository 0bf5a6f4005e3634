package godmode.detectors.code;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.spring.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesInCodeDetectorTest {
  private final MemorySnapshot files =
      new MemorySnapshot()
          .with(
              "compose.yaml",
              """
              services:
                cart: {build: cart, environment: {STOCK_HOST: stock}}
                stock: {image: acme/stock}
                bills: {image: acme/bills}
                cache: {image: redis}
                db: {image: postgres}
              """)
          .with("cart/Dockerfile", "FROM scratch\n");

  private List<String> said(String file, String text) {
    files.with(file, text);
    return Said.by(new AddressesInCodeDetector(), files);
  }

  @Test
  void finds_what_variables_stand_for_where_nobody_sets_them() {
    assertThat(
            said(
                "cart/server.js",
                """
                const bills = process.env.BILLS_HOST || 'bills';
                const stock = process.env.STOCK_HOST || 'bills-of-old';
                const cache = process.env.CACHE_URL ?? 'redis://cache:6379';
                const level = process.env.LOG_LEVEL || 'db';
                """))
        .containsExactly(
            "cart/server.js:1 path:cart -> bills call ",
            "cart/server.js:3 path:cart -> cache data redis");
  }

  @Test
  void finds_addresses_in_every_language() {
    files
        .with("cart/app.py", "BILLS = os.getenv('BILLS_HOST', 'bills')\n")
        .with("cart/main.go", "addr := getEnv(\"STOCK_HOST\", \"stock:8080\")\n")
        .with("cart/Worker.cs", "var c = Open(\"Server=db;Username=app\");\n")
        .with("cart/app.rb", "CACHE = ENV.fetch('CACHE_URL', 'redis://cache:6379')\n");

    // A deployment sets STOCK_HOST, and db is found in the first file that names it.
    assertThat(said("cart/app.php", "$dsn = getenv('DSN') ?: 'mysql:host=db;dbname=app';\n"))
        .containsExactly(
            "cart/Worker.cs:1 path:cart -> db call ",
            "cart/app.py:1 path:cart -> bills call ",
            "cart/app.rb:1 path:cart -> cache data redis");
  }

  @Test
  void takes_no_comment_no_test_and_no_unknown_host_for_a_connection() {
    files
        .with("cart/test/server.js", "fetch('http://bills/x')\n")
        .with("cart/node_modules/x/index.js", "fetch('http://bills/x')\n")
        .with("other/server.js", "fetch('http://bills/x')\n");

    assertThat(
            said(
                "cart/server.js",
                """
                // fetch('http://bills/x')
                fetch('http://elsewhere.test/x');
                """))
        .isEmpty();
  }
}
