package godmode.engine;

import godmode.core.evidence.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session is asked to look at, and what it is told beforehand.
 *
 * @param roots the directories to review as one system; documents are written below the first
 * @param system its name, where it is given
 * @param answers a file with a part of a design record
 * @param settings single values by their path in the record
 * @param environment the only one to review, where it is given
 * @param today on which acceptances end
 * @param counterexamples whether reviews that are shown say how their findings come about
 */
public record SessionRequest(
    List<Path> roots,
    Optional<String> system,
    Optional<Path> answers,
    Map<String, String> settings,
    Optional<Environment> environment,
    LocalDate today,
    boolean counterexamples) {
  public SessionRequest {
    roots = List.copyOf(roots);
    settings = new LinkedHashMap<>(settings);
  }

  /**
   * A look at directories, with nothing said beforehand and no counterexamples.
   *
   * @param roots the current directory where there are none
   * @param clock tells today
   */
  public static SessionRequest of(List<Path> roots, Clock clock) {
    return new SessionRequest(
        roots.isEmpty() ? List.of(Path.of("")) : roots,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        LocalDate.ofInstant(clock.instant(), clock.getZone()),
        false);
  }

  /** The same with what the command line says beforehand. */
  public SessionRequest saying(
      Optional<String> name, Optional<Path> file, Map<String, String> values) {
    return new SessionRequest(roots, name, file, values, environment, today, counterexamples);
  }

  /** The same for one environment only, where one is given. */
  public SessionRequest in(Optional<Environment> only) {
    return new SessionRequest(roots, system, answers, settings, only, today, counterexamples);
  }

  /** The same with or without counterexamples. */
  public SessionRequest showing(boolean schedules) {
    return new SessionRequest(roots, system, answers, settings, environment, today, schedules);
  }
}
