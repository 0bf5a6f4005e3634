package godmode.templates;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.Component;
import godmode.templates.TopologyGraph.Arrow;
import org.junit.jupiter.api.Test;

class TopologyGraphTest {
  @Test
  void a_small_system_is_drawn_as_it_is() {
    TopologyGraph graph = TopologyGraph.of(Town.of(3));

    assertThat(graph.boxes()).hasSize(8).allMatch(box -> box.owned().isEmpty());
    assertThat(graph.arrows()).hasSize(12).noneMatch(Arrow::background);
  }

  @Test
  void in_a_large_one_a_store_stands_inside_its_only_user() {
    TopologyGraph graph = TopologyGraph.of(Town.of(40));

    assertThat(graph.boxes()).hasSize(42);
    assertThat(graph.boxes())
        .filteredOn(box -> box.id().equals("service-7"))
        .flatExtracting(TopologyGraph.Box::owned)
        .extracting(Component::id)
        .containsExactly("db-7");
  }

  @Test
  void in_a_large_one_what_everybody_does_alike_is_in_the_background() {
    TopologyGraph graph = TopologyGraph.of(Town.of(40));

    assertThat(graph.arrows())
        .filteredOn(Arrow::background)
        .hasSize(40)
        .allMatch(arrow -> arrow.target().equals("registry"));
    assertThat(graph.arrows()).filteredOn(arrow -> !arrow.background()).hasSize(80);
  }
}
