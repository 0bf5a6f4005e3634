package godmode.templates.document;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.review.ChecklistItem;
import godmode.templates.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingHomesTest {
  @Test
  void each_item_has_one_document_that_tells_its_findings() {
    List<ChecklistItem> told =
        Arrays.stream(Document.Kind.values()).flatMap(kind -> kind.items().stream()).toList();

    assertThat(told).containsExactlyInAnyOrder(ChecklistItem.values());
  }

  @Test
  void the_reason_of_a_finding_is_written_once() {
    String reason = Shop.review().findings().get(0).because().substring(0, 40);

    List<String> texts =
        Documents.all(Shop.review(), "docs", path -> Optional.empty()).stream()
            .map(Document::text)
            .filter(text -> text.contains(reason))
            .toList();

    assertThat(texts).hasSize(1);
    assertThat(texts.get(0)).containsOnlyOnce(reason);
  }
}
