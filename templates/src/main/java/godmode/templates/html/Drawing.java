package godmode.templates.html;

import godmode.core.evidence.Component;
import godmode.templates.TopologyGraph.Arrow;
import godmode.templates.TopologyGraph.Box;
import java.util.List;

/**
 * A topology with a place for everything; all lengths are in the units of the picture.
 *
 * @param arrows those in the foreground first
 */
public record Drawing(int width, int height, List<Shape> shapes, List<Line> arrows) {
  public Drawing {
    shapes = List.copyOf(shapes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A box with its upper left corner.
   *
   * @param title the name, cut to the width of the box
   * @param owned one line for each store inside it
   */
  public record Shape(
      Box box,
      String title,
      String detail,
      List<Owned> owned,
      int x,
      int y,
      int width,
      int height) {
    public Shape {
      owned = List.copyOf(owned);
    }

    /** The middle of it, from left to right. */
    public int middle() {
      return x + width / 2;
    }

    /** The middle of it, from top to bottom. */
    public int centre() {
      return y + height / 2;
    }
  }

  /** A store inside a box: where its line begins, and what it says. */
  public record Owned(Component component, String title, int y) {}

  /** An arrow as a path of SVG. */
  public record Line(Arrow arrow, String path) {}
}
