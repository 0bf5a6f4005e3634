package godmode.templates.html;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.TopologyGraph;
import godmode.templates.Town;
import godmode.templates.html.Drawing.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyLayoutTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 40, 80})
  void no_box_lies_on_another_or_leaves_the_picture(int services) {
    Drawing drawing = TopologyLayout.of(TopologyGraph.of(Town.of(services)));

    List<Shape> shapes = drawing.shapes();
    assertThat(shapes).isNotEmpty();
    for (Shape one : shapes) {
      assertThat(one.x()).isPositive();
      assertThat(one.y()).isPositive();
      assertThat(one.x() + one.width()).isLessThan(drawing.width());
      assertThat(one.y() + one.height()).isLessThan(drawing.height());
      assertThat(shapes).filteredOn(other -> !other.equals(one)).noneMatch(o -> covers(one, o));
    }
  }

  private static boolean covers(Shape a, Shape b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  void callers_stand_left_of_what_they_call() {
    Drawing drawing = TopologyLayout.of(TopologyGraph.of(Town.of(3)));

    int gateway = shape(drawing, "gateway").x();
    assertThat(shape(drawing, "service-1").x()).isGreaterThan(gateway);
    assertThat(shape(drawing, "db-1").x()).isGreaterThan(shape(drawing, "service-1").x());
  }

  private static Shape shape(Drawing drawing, String id) {
    return drawing.shapes().stream().filter(s -> s.box().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void every_arrow_has_a_path() {
    TopologyGraph graph = TopologyGraph.of(Town.of(40));
    assertThat(TopologyLayout.of(graph).arrows())
        .hasSameSizeAs(graph.arrows())
        .allSatisfy(line -> assertThat(line.path()).matches("M[0-9 ]+([LQC][0-9 ]+)+"));
  }

  @Test
  void the_same_topology_gives_the_same_picture() {
    assertThat(TopologyLayout.of(TopologyGraph.of(Town.of(40))))
        .isEqualTo(TopologyLayout.of(TopologyGraph.of(Town.of(40))));
  }
}
