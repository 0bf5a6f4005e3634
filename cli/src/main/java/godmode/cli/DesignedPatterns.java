package godmode.cli;

import godmode.engine.DesignFile;
import godmode.engine.UserError;
import godmode.templates.code.Code;
import godmode.templates.code.FromDesign;
import godmode.templates.code.Pattern;
import godmode.templates.code.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to generate, as far as a design record says it. */
record DesignedPatterns(Path file, FromDesign design) {
  private static final int MEMBERS_STANDARD = 3;

  static DesignedPatterns in(Path file) throws IOException {
    return new DesignedPatterns(file, FromDesign.of(DesignFile.read(file)));
  }

  /** Each declared value, and the patterns that follow from it. */
  String listed() {
    List<FromDesign.Followed> all = design.followed(Patterns.onClassPath());
    if (all.isEmpty()) {
      return "no pattern follows from " + file + "; 'godmode generate --list' names them all\n";
    }
    StringBuilder lines = new StringBuilder();
    String before = "";
    for (FromDesign.Followed one : all) {
      if (!one.path().equals(before)) {
        lines.append(one.path()).append(": ").append(one.value());
        one.at().ifPresent(at -> lines.append("  (").append(at).append(')'));
        lines.append('\n');
      }
      before = one.path();
      lines.append("  ").append(one.isChoice() ? "one of " : "");
      lines.append(one.patterns().stream().map(Pattern::name).collect(Collectors.joining(", ")));
      lines.append('\n');
    }
    return lines + "\n'godmode generate PATTERN … --design " + file + "' writes them.\n";
  }

  /** What a pattern is filled with; what was asked for counts before what is recorded. */
  Code code(Pattern pattern, String folder, Optional<Integer> members, Optional<Integer> zones) {
    List<FromDesign.Deployed> clusters = design.deployedBy(pattern);
    Optional<FromDesign.Deployed> only =
        clusters.size() == 1 ? Optional.of(clusters.get(0)) : Optional.empty();
    int count =
        members.orElseGet(
            () ->
                only.flatMap(one -> one.members().map(text -> members(one, text)))
                    .orElse(MEMBERS_STANDARD));
    int places = zones.orElseGet(() -> Math.min(design.zones(), Code.ZONES_MAX));
    return new Code(folder, count, only.map(FromDesign.Deployed::name), places, Set.of());
  }

  private int members(FromDesign.Deployed cluster, String text) {
    return Optional.of(text)
        .filter(it -> it.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .filter(Code::isMembership)
        .orElseThrow(
            () ->
                new UserError(
                    cluster.at().map(Object::toString).orElse(file.toString())
                        + ": "
                        + cluster.name()
                        + " has "
                        + text
                        + " members; give 3, 5 or 7 with --members, or change the record"));
  }
}
