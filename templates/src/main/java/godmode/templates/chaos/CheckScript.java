package godmode.templates.chaos;

import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Platform;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A script that looks at the running system: whether all of it runs, the state of its clusters, and
 * how far copies are behind. It changes nothing, and people run it.
 */
public final class CheckScript {
  private final Review review;

  private CheckScript(Review review) {
    this.review = review;
  }

  /**
   * What is asked inside a container of a technology. The commands are ours; no name of a
   * repository is in them.
   *
   * @param how {@code shows} or {@code silent}
   */
  private record Probe(String technology, String how, String title, String command) {}

  /** The text of the script. */
  public static String of(Review review) {
    return new CheckScript(review).text();
  }

  private String text() {
    StringBuilder out = new StringBuilder(ChaosFiles.head("check-head.sh"));
    out.append('\n');
    List<String> asked = new ArrayList<>();
    List<Probe> probes = probes();
    for (Component component : review.topology().components()) {
      if (component.type() == ComponentType.USER) {
        continue;
      }
      String where = where(component);
      if (where.isEmpty()) {
        out.append(Shell.comment(component.id() + ": no file says where it runs")).append('\n');
        continue;
      }
      for (String part : parts(component, where)) {
        out.append(where).append("_runs ").append(Shell.word(part)).append('\n');
      }
      String first = Shell.word(parts(component, where).get(0));
      probes.stream()
          .filter(probe -> component.runs(probe.technology()))
          .forEach(
              probe ->
                  asked.add(
                      String.join(
                          " ",
                          probe.how(),
                          where,
                          first,
                          Shell.word(probe.title()),
                          probe.command())));
    }
    out.append('\n');
    asked.forEach(line -> out.append(line).append('\n'));
    return out.append("\nexit \"$bad\"\n").toString();
  }

  /** {@code kube} or {@code compose}, by the files of the default environment or of the first. */
  private static String where(Component component) {
    List<Platform> platforms =
        component.platforms().values().stream().flatMap(List::stream).distinct().toList();
    if (platforms.contains(Platform.CLUSTER)) {
      return "kube";
    }
    return platforms.contains(Platform.COMPOSE) ? "compose" : "";
  }

  private static List<String> parts(Component component, String where) {
    return component.members().isEmpty() || where.equals("kube")
        ? List.of(component.id())
        : component.members();
  }

  private static List<Probe> probes() {
    return ChaosFiles.head("probes.txt")
        .lines()
        .map(line -> Arrays.stream(line.split("\\|", 4)).map(String::strip).toList())
        .map(cells -> new Probe(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
        .toList();
  }
}
