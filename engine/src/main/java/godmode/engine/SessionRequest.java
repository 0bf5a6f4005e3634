package godmode.engine;

import godmode.core.evidence.Environment;
import java.nio.file.Path;
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
}
