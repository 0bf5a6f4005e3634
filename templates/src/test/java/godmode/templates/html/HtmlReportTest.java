package godmode.templates.html;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.core.review.Review;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");

  private static String page(Review review) throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlReport().write(review, ReportRequest.WHOLE, out);
    return out.toString();
  }

  @Test
  void tells_the_verdict_the_findings_and_what_they_rest_on() throws IOException {
    assertThat(page(Shop.review()))
        .contains("NEEDS REVISION")
        .contains("a read of orders-db can miss the last write: R=1 + W=2 &lt;= N=3")
        .contains("docker-compose.yml:52")
        .contains("kafka ×4")
        .contains("How it goes wrong")
        .contains("charts/a.yaml:3");
  }

  @Test
  void asks_the_network_for_nothing() throws IOException {
    assertThat(page(Shop.review()))
        .doesNotContainPattern("(?i)(src|href|action|data|srcset)\\s*=\\s*[\"']?[a-z]*:?//")
        .doesNotContain("@import", "fetch(", "XMLHttpRequest")
        .contains("default-src 'none'");
  }

  @Test
  void its_policy_knows_its_script_by_hash() throws IOException, NoSuchAlgorithmException {
    String page = page(Shop.review());
    List<String> scripts = SCRIPT.matcher(page).results().map(found -> found.group(1)).toList();

    assertThat(scripts).hasSize(1);
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(scripts.get(0).getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash));
  }

  @Test
  void hostile_names_add_no_tag_and_no_attribute() throws IOException {
    List<String> tame = tags(page(Shop.review()));
    for (String name : Hostile.NAMES) {
      assertThat(tags(page(Shop.called(name)))).as(name).isEqualTo(tame);
    }
  }

  /** Every tag; the numbers and quoted values in them depend on the length of names. */
  private static List<String> tags(String page) {
    return TAG.matcher(SCRIPT.matcher(page).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .map(tag -> tag.replaceAll("\"[^\"]*\"", "\"\""))
        .toList();
  }

  @Test
  void the_same_review_gives_the_same_bytes() throws IOException {
    assertThat(page(Shop.review())).isEqualTo(page(Shop.review()));
  }
}
