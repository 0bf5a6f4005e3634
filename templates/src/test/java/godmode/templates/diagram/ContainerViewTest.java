package godmode.templates.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.Town;
import godmode.templates.diagram.ContainerView.Picture;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContainerViewTest {
  private static final Pattern NODE = Pattern.compile("^ *n\\d+[(\\[{].*", Pattern.MULTILINE);

  private static long nodes(Picture picture) {
    return NODE.matcher(picture.diagram()).results().count();
  }

  @Test
  void three_services_are_one_picture() {
    List<Picture> pictures = ContainerView.of(Town.of(3));

    assertThat(pictures).hasSize(1);
    assertThat(nodes(pictures.get(0))).isEqualTo(8);
    assertThat(ContainerView.parts(Town.of(3))).isEmpty();
    assertThat(ContainerView.leftOut(Town.of(3))).isEmpty();
  }

  @Test
  void forty_services_are_a_picture_of_the_parts_and_one_of_each() {
    List<Picture> pictures = ContainerView.of(Town.of(40));
    List<Picture> parts = ContainerView.parts(Town.of(40));

    assertThat(parts).hasSizeBetween(5, 12);
    assertThat(pictures).hasSizeGreaterThan(5);
    assertThat(pictures).allSatisfy(p -> assertThat(nodes(p)).isBetween(2L, 24L));
    assertThat(parts.stream().flatMap(part -> part.members().stream()).toList())
        .as("each service is in one part, with its own store inside it")
        .hasSize(41)
        .doesNotHaveDuplicates()
        .contains("gateway", "service-1", "service-40")
        .doesNotContain("db-1");
    assertThat(ContainerView.leftOut(Town.of(40))).containsExactly("registry");
  }

  @Test
  void the_same_system_is_always_divided_the_same() {
    assertThat(ContainerView.of(Town.of(40))).isEqualTo(ContainerView.of(Town.of(40)));
  }
}
