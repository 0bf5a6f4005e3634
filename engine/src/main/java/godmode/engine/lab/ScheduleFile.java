package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.PlainTree;
import godmode.simulate.fault.Fault;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.Fault.Way;
import godmode.simulate.fault.FaultSchedule;
import godmode.simulate.fault.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A schedule of faults that people wrote: {@code faults:} and a list. */
final class ScheduleFile {
  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "partition", Set.of("at", "for", "partition", "way"),
          "ring", Set.of("at", "for", "ring"),
          "crash", Set.of("at", "for", "crash", "disk"),
          "pause", Set.of("at", "for", "pause"),
          "clock", Set.of("at", "clock", "step", "drift"),
          "clog", Set.of("at", "for", "clog"),
          "site", Set.of("at", "for", "site", "way"));
  private static final int DRIFT_PPM_MAX = 500_000;

  private final List<String> names;
  private final Scene scene;

  private ScheduleFile(List<String> names, Scene scene) {
    this.names = names;
    this.scene = scene;
  }

  /**
   * The schedule of a file.
   *
   * @param names of the nodes that can be struck
   * @throws UserError with file, line and what to write instead
   */
  static FaultSchedule read(PlainTree tree, List<String> names, Scene scene) {
    PlainTree list = tree.fields().get("faults");
    if (list == null || tree.fields().size() != 1) {
      throw refused(tree, "a schedule is 'faults:' and a list below it");
    }
    List<Fault> faults = new ArrayList<>();
    for (PlainTree item : list.items()) {
      faults.add(new ScheduleFile(names, scene).fault(item));
    }
    return new FaultSchedule(faults);
  }

  private static UserError refused(PlainTree at, String message) {
    return new UserError(at.at() + ": " + message);
  }

  private Fault fault(PlainTree item) {
    String kind =
        KINDS.keySet().stream()
            .filter(item.fields()::containsKey)
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        item,
                        "a fault is one of " + String.join(", ", new TreeSet<>(KINDS.keySet()))));
    Set<String> known = KINDS.getOrDefault(kind, Set.of());
    for (Map.Entry<String, PlainTree> field : item.fields().entrySet()) {
      if (!known.contains(field.getKey())) {
        throw refused(
            field.getValue(),
            "a "
                + kind
                + " has no '"
                + field.getKey()
                + "'; it has "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
    long at = time(item, "at");
    PlainTree what = field(item, kind);
    return switch (kind) {
      case "partition" ->
          new Fault.Partition(at, lasts(item), nodes(what, 1), word(item, "way", Way.values()));
      case "ring" -> new Fault.Ring(at, lasts(item), nodes(what, 3));
      case "crash" ->
          new Fault.Crash(
              at,
              item.fields().containsKey("for") ? lasts(item) : 0,
              node(what),
              word(item, "disk", Disk.values()));
      case "pause" -> new Fault.Pause(at, lasts(item), node(what));
      case "clock" -> clock(item, at, node(what));
      case "site" -> site(item, at, what);
      default -> clog(item, at, what);
    };
  }

  private Fault clock(PlainTree item, long at, int node) {
    long step = item.fields().containsKey("step") ? time(item, "step", true) : 0;
    int drift = 0;
    PlainTree drifts = item.fields().get("drift");
    if (drifts != null) {
      if (!drifts.text().matches("-?\\d{1,6}ppm")) {
        throw refused(drifts, "drift is '" + drifts.text() + "'; write 200ppm or -200ppm");
      }
      drift = Integer.parseInt(drifts.text().substring(0, drifts.text().length() - 3));
      if (Math.abs(drift) > DRIFT_PPM_MAX) {
        throw refused(drifts, "a clock drifts by " + DRIFT_PPM_MAX + "ppm at most");
      }
    }
    return new Fault.Clock(at, node, step, drift);
  }

  private Fault site(PlainTree item, long at, PlainTree what) {
    int site = scene.sites().indexOf(what.text());
    if (scene.sites().size() < 2 || site < 0) {
      throw refused(
          what,
          scene.sites().size() < 2
              ? "there is one site; give several with --sites"
              : "there is no site '"
                  + what.text()
                  + "'; there are "
                  + String.join(", ", scene.sites()));
    }
    return new Fault.Site(
        at, lasts(item), what.text(), scene.at(site), word(item, "way", Way.values()));
  }

  private Fault clog(PlainTree item, long at, PlainTree what) {
    List<Integer> ends = nodes(what, 2);
    if (ends.size() != 2) {
      throw refused(what, "a clog has two nodes: [from, to]");
    }
    return new Fault.Clog(at, lasts(item), ends.get(0), ends.get(1));
  }

  private static PlainTree field(PlainTree item, String name) {
    PlainTree field = item.fields().get(name);
    if (field == null) {
      throw refused(item, "'" + name + "' is missing");
    }
    return field;
  }

  private static long time(PlainTree item, String name) {
    return time(item, name, false);
  }

  private static long time(PlainTree item, String name, boolean mayBeNegative) {
    PlainTree field = field(item, name);
    long time = Quantity.time(field.at() + ": " + name, field.text());
    if (time < 0 && !mayBeNegative) {
      throw refused(field, name + " is before the beginning; write a time from 0ms on");
    }
    return time;
  }

  private static long lasts(PlainTree item) {
    PlainTree field = field(item, "for");
    return Quantity.positive(field.at() + ": for", field.text());
  }

  private static <E extends Enum<E>> E word(PlainTree item, String name, E[] words) {
    PlainTree field = item.fields().get(name);
    if (field == null) {
      return words[0];
    }
    return Arrays.stream(words)
        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(field.text()))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    field,
                    name
                        + " is '"
                        + field.text()
                        + "'; write "
                        + String.join(
                            ", ",
                            Arrays.stream(words)
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  private List<Integer> nodes(PlainTree what, int least) {
    List<Integer> nodes = new ArrayList<>();
    for (PlainTree one : what.isWord() ? List.of(what) : what.items()) {
      int node = node(one);
      if (nodes.contains(node)) {
        throw refused(one, one.text() + " is named twice");
      }
      nodes.add(node);
    }
    if (nodes.size() < least) {
      throw refused(what, "this takes " + least + " nodes at least");
    }
    return nodes;
  }

  private int node(PlainTree what) {
    int node = names.indexOf(what.text());
    if (node < 0) {
      throw refused(
          what, "there is no node '" + what.text() + "'; there are " + String.join(", ", names));
    }
    return node;
  }
}
