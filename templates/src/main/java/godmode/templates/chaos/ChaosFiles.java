package godmode.templates.chaos;

import godmode.core.decide.ChaosPlan;
import godmode.core.decide.ChaosPlan.Experiment;
import godmode.core.decide.Situation;
import godmode.core.evidence.Component;
import godmode.core.review.Review;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The experiments of a system as files beside its partition plan: a script that does each of them
 * and undoes it, and a Chaos Mesh manifest for each that runs in Kubernetes.
 */
public final class ChaosFiles {
  private static final String TOXIPROXY = "toxiproxy";

  private final Review review;
  private final Map<String, Experiment> experiments = new LinkedHashMap<>();

  private ChaosFiles(Review review) {
    this.review = review;
    Situation situation = new Situation(review.designs(), review.declared());
    for (Experiment it : new ChaosPlan(situation, review.topology()).experiments()) {
      String slug =
          it.fault().name().toLowerCase(Locale.ROOT).replace('_', '-')
              + "-"
              + Shell.slug(it.target());
      String unique = slug;
      for (int n = 2; experiments.containsKey(unique); n++) {
        unique = slug + "-" + n;
      }
      experiments.put(unique, it);
    }
  }

  /** A file: what is added to the path that all have in common, and its text. */
  public record File(String suffix, String text) {}

  /** An experiment by the name that the script has for it. */
  public record Named(String slug, Experiment experiment) {}

  /** The experiments, what teaches most first. */
  public static List<Named> experiments(Review review) {
    List<Named> named = new ArrayList<>();
    new ChaosFiles(review).experiments.forEach((slug, it) -> named.add(new Named(slug, it)));
    return named;
  }

  /** The script and its manifests; nothing where there is nothing to try. */
  public static List<File> of(Review review, String name) {
    ChaosFiles from = new ChaosFiles(review);
    List<File> files = new ArrayList<>();
    if (!from.experiments.isEmpty()) {
      files.add(new File("-chaos.sh", from.script(name)));
      from.experiments.forEach(
          (slug, it) -> {
            if (it.onCluster()) {
              files.add(new File("-chaos/" + slug + ".yaml", Manifest.of(slug, it)));
            }
          });
    }
    return files;
  }

  private String script(String name) {
    StringBuilder out = new StringBuilder(head("chaos-head.sh"));
    out.append("\nlist() {\n");
    experiments.forEach(
        (slug, it) ->
            out.append("  printf '%s\\n' ")
                .append(Shell.word(slug + ": " + it.name()))
                .append('\n'));
    out.append("}\n\ncase \"${1:-}\" in\n");
    experiments.forEach(
        (slug, it) -> {
          out.append("  ").append(slug).append(")\n");
          out.append("    ").append(Shell.comment("must hold: " + it.mustHold())).append('\n');
          lines(slug, it, name).forEach(line -> out.append("    ").append(line).append('\n'));
          out.append("    ;;\n");
        });
    return out.append("  '') list ;;\n")
        .append("  *)\n    list >&2\n    exit 2\n    ;;\nesac\n")
        .toString();
  }

  private List<String> lines(String slug, Experiment it, String name) {
    String part = Shell.word(it.part());
    String seconds = it.duration().replaceAll("\\D", "");
    if (it.onCluster()) {
      String workload = Shell.word(it.target());
      return List.of(
          "mesh " + Shell.word(name + "-chaos/" + slug + ".yaml") + " " + workload + " " + seconds);
    }
    return switch (it.fault()) {
      case PARTITION -> List.of("cut_off both " + seconds + " " + part + peers(it));
      case ONE_WAY -> List.of("cut_off out " + seconds + " " + part + peers(it));
      case KILL -> List.of("stop " + seconds + " " + part);
      case DELAY ->
          proxy()
              .map(proxy -> List.of("toxic " + seconds + " " + Shell.word(proxy)))
              .orElse(List.of("delay " + seconds + " " + part));
      case PAUSE -> List.of("hold " + seconds + " " + part);
      case SKEW -> List.of("echo 'containers of one host share its clock' >&2", "exit 2");
    };
  }

  /** The other members; the script cuts off everything where none is known. */
  private String peers(Experiment it) {
    StringBuilder peers = new StringBuilder();
    review.topology().component(it.target()).map(Component::members).orElse(List.of()).stream()
        .filter(member -> !member.equals(it.part()))
        .forEach(member -> peers.append(' ').append(Shell.word(member)));
    return peers.toString();
  }

  private Optional<String> proxy() {
    return review.topology().components().stream()
        .filter(component -> component.runs(TOXIPROXY))
        .map(component -> component.members().stream().findFirst().orElse(component.id()))
        .findFirst();
  }

  /** The part of a script that is the same for every system, and can be read by a linter. */
  static String head(String name) {
    try (InputStream in = ChaosFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }
}
