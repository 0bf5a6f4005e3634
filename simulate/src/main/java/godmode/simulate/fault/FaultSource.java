package godmode.simulate.fault;

import godmode.simulate.chance.Chance;
import godmode.simulate.fault.Fault.Disk;
import godmode.simulate.fault.Fault.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that draws faults of one sort.
 *
 * @param name on the command line: {@code halves:in}
 * @param kind what a protocol has to withstand
 * @param fromStart one strikes every server at the beginning; else they follow each other
 */
public record FaultSource(String name, FaultKind kind, boolean fromStart, Drawing drawing) {
  private static final int DRIFT_PPM_MAX = 200_000;

  private static final List<FaultSource> ALL = all();

  /** Draws a fault that begins then and takes so long, in nanoseconds. */
  @FunctionalInterface
  interface Drawing {
    Fault draw(Scene scene, int node, long at, long lasts, Chance chance);
  }

  /** How many nodes are on one side of a cut. */
  @FunctionalInterface
  private interface Side {
    int of(int nodes, Chance chance);
  }

  /** Every one; the general one of a kind has its name. */
  public static List<FaultSource> every() {
    return ALL;
  }

  /** The one of that name. */
  public static Optional<FaultSource> named(String name) {
    return ALL.stream().filter(source -> source.name.equals(name)).findFirst();
  }

  /** The general one of a kind. */
  public static FaultSource of(FaultKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return named(name).orElseThrow(() -> new IllegalStateException("no source of " + name));
  }

  /** Whether there is anything that it can strike. */
  public boolean fits(Scene scene) {
    return kind != FaultKind.SITE || scene.sites().size() > 1;
  }

  private static List<FaultSource> all() {
    List<FaultSource> all = new ArrayList<>();
    all.add(source("partition", FaultKind.PARTITION, FaultSource::partition));
    cuts(all, "isolate", (nodes, chance) -> 1);
    cuts(all, "halves", (nodes, chance) -> Math.max(1, nodes / 2));
    cuts(all, "random", FaultSource::anySide);
    all.add(
        source(
            "ring",
            FaultKind.RING,
            (scene, node, at, lasts, chance) ->
                new Fault.Ring(at, lasts, some(scene.servers(), scene.servers(), chance))));
    for (Ways ways : Ways.values()) {
      all.add(
          source(
              "site" + ways.suffix,
              FaultKind.SITE,
              (scene, node, at, lasts, chance) ->
                  site(scene, at, lasts, ways.draw(chance), chance)));
    }
    crashes(all, "crash", FaultKind.CRASH, Disk.KEPT);
    crashes(all, "power", FaultKind.POWER, Disk.UNSYNCED);
    crashes(all, "wipe", FaultKind.WIPE, Disk.LOST);
    all.add(
        source(
            "pause",
            FaultKind.PAUSE,
            (scene, node, at, lasts, chance) -> new Fault.Pause(at, lasts, node)));
    all.add(
        source(
            "clock",
            FaultKind.CLOCK,
            (scene, node, at, lasts, chance) ->
                chance.below(2) == 0 ? step(at, node, lasts, chance) : drift(at, node, chance)));
    all.add(
        source(
            "clock:step",
            FaultKind.CLOCK,
            (scene, node, at, lasts, chance) -> step(at, node, lasts, chance)));
    all.add(
        source(
            "clock:drift",
            FaultKind.CLOCK,
            (scene, node, at, lasts, chance) -> drift(at, node, chance)));
    all.add(
        new FaultSource(
            "clock:offset",
            FaultKind.CLOCK,
            true,
            (scene, node, at, lasts, chance) -> step(at, node, lasts, chance)));
    all.add(
        source(
            "clog",
            FaultKind.CLOG,
            (scene, node, at, lasts, chance) -> {
              int nodes = scene.servers();
              int other = (node + 1 + chance.below(Math.max(1, nodes - 1))) % nodes;
              return new Fault.Clog(at, lasts, node, other);
            }));
    return List.copyOf(all);
  }

  private static FaultSource source(String name, FaultKind kind, Drawing drawing) {
    return new FaultSource(name, kind, false, drawing);
  }

  private static void cuts(List<FaultSource> all, String name, Side side) {
    for (Ways ways : Ways.values()) {
      all.add(
          source(
              name + ways.suffix,
              FaultKind.PARTITION,
              (scene, node, at, lasts, chance) -> {
                int count = side.of(scene.servers(), chance);
                Way way = ways.draw(chance);
                return new Fault.Partition(at, lasts, some(count, scene.servers(), chance), way);
              }));
    }
  }

  private static void crashes(List<FaultSource> all, String name, FaultKind kind, Disk disk) {
    Drawing drawing = (scene, node, at, lasts, chance) -> new Fault.Crash(at, lasts, node, disk);
    all.add(source(name, kind, drawing));
    all.add(source("crash:" + disk.name().toLowerCase(Locale.ROOT), kind, drawing));
  }

  private static Fault partition(Scene scene, int node, long at, long lasts, Chance chance) {
    int nodes = scene.servers();
    int side =
        switch (chance.below(3)) {
          case 0 -> 1;
          case 1 -> Math.max(1, nodes / 2);
          default -> anySide(nodes, chance);
        };
    Way way = chance.below(3) > 0 ? Way.BOTH : Ways.ONE_WAY.draw(chance);
    return new Fault.Partition(at, lasts, some(side, nodes, chance), way);
  }

  private static int anySide(int nodes, Chance chance) {
    return 1 + chance.below(Math.max(1, nodes - 1));
  }

  private static Fault site(Scene scene, long at, long lasts, Way way, Chance chance) {
    int site = chance.below(scene.sites().size());
    return new Fault.Site(at, lasts, scene.sites().get(site), scene.at(site), way);
  }

  private static Fault step(long at, int node, long most, Chance chance) {
    return new Fault.Clock(at, node, chance.between(-most, most), 0);
  }

  private static Fault drift(long at, int node, Chance chance) {
    return new Fault.Clock(at, node, 0, (int) chance.between(-DRIFT_PPM_MAX, DRIFT_PPM_MAX));
  }

  private static List<Integer> some(int count, int nodes, Chance chance) {
    int[] all = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      all[i] = i;
    }
    chance.shuffle(all);
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all[i]);
    }
    return count == nodes ? some : some.stream().sorted().toList();
  }

  /** Which way a cut can be asked to go. */
  private enum Ways {
    BOTH(""),
    IN(":in"),
    OUT(":out"),
    ONE_WAY(":one-way");

    final String suffix;

    Ways(String suffix) {
      this.suffix = suffix;
    }

    Way draw(Chance chance) {
      return switch (this) {
        case BOTH -> Way.BOTH;
        case IN -> Way.IN;
        case OUT -> Way.OUT;
        case ONE_WAY -> chance.below(2) == 0 ? Way.IN : Way.OUT;
      };
    }
  }
}
