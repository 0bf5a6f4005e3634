package godmode.templates.text;

import godmode.core.evidence.Topology;
import godmode.core.evidence.Unread;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.templates.Values;
import java.util.List;
import java.util.stream.Stream;

/** What was analysed, and what could not be read. */
final class ReadText {
  private static final int SHOWN = 3;

  private ReadText() {}

  /** The whole of it. */
  static void print(Topology topology, ReportRequest request, Page page) {
    long files = places(topology).map(Place::file).distinct().count();
    String shown = Values.count(files, "file") + (files == 1 ? " shows" : " show") + " the above";
    page.paragraph(
        0,
        request.filesRead().isPresent()
            ? "Read " + Values.count(request.filesRead().getAsInt(), "file") + "; " + shown + "."
            : "Read: " + shown + ".");
    unread(topology.unread(), page);
  }

  /** In one line, such as {@code 12 components, 15 connections from 34 files; 3 places unread}. */
  static void brief(Topology topology, ReportRequest request, Page page) {
    String from =
        request.filesRead().isPresent()
            ? " from " + Values.count(request.filesRead().getAsInt(), "file")
            : "";
    int gaps = topology.unread().size();
    page.paragraph(
        2,
        Values.count(topology.components().size(), "component")
            + ", "
            + Values.count(topology.connections().size(), "connection")
            + from
            + (gaps == 0 ? "; nothing unread" : ""));
    if (gaps > 0) {
      unread(topology.unread(), page);
    }
  }

  private static void unread(List<Unread> unread, Page page) {
    if (unread.isEmpty()) {
      page.paragraph(0, "Nothing that was looked at stayed unread.");
      return;
    }
    page.paragraph(0, Values.count(unread.size(), "place") + " unread:");
    for (Unread gap : unread.subList(0, Math.min(SHOWN, unread.size()))) {
      page.paragraph(2, gap.at() + "  " + gap.why());
    }
    if (unread.size() > SHOWN) {
      page.paragraph(
          page.ink()::faint,
          2,
          "and " + (unread.size() - SHOWN) + " more; --topology --format json lists all");
    }
  }

  private static Stream<Place> places(Topology topology) {
    return Stream.of(
            topology.components().stream().flatMap(c -> c.sightings().stream()),
            topology.connections().stream().flatMap(c -> c.sightings().stream()),
            topology.topics().stream().flatMap(t -> t.sightings().stream()),
            topology.guards().stream().flatMap(g -> g.sightings().stream()))
        .flatMap(sightings -> sightings)
        .map(sighting -> sighting.at());
  }
}
