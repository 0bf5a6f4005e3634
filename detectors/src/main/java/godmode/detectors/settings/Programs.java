package godmode.detectors.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Images that hold several programs: what is started tells which of them runs. Routers and
 * controllers keep no data, whatever the image is called.
 */
public final class Programs {
  /**
   * One program of an image.
   *
   * @param image catalog id of what the image is taken for
   * @param name of the program
   * @param runs catalog id of what the program is
   */
  private record Program(String image, String name, String runs) {
    boolean isStartedBy(String command) {
      return Pattern.compile("(^|[\\s/\"'(;&])" + name + "($|[\\s\"')&;])").matcher(command).find();
    }
  }

  /** What keeps data first: a command may start it together with what does not. */
  private static final List<Program> KNOWN =
      List.of(
          new Program("mongodb", "mongod", "mongodb"),
          new Program("mongodb", "mongos", "mongos"),
          new Program("vitess", "vttablet", "vitess"),
          new Program("vitess", "vtgate", "vitess-gateway"),
          new Program("vitess", "vtctld", "vitess-control"),
          new Program("vitess", "vtorc", "vitess-control"),
          new Program("vitess", "vtadmin", "vitess-control"));

  /** A server of Redis or Valkey with this switch is a Sentinel. */
  private static final String SENTINEL_SWITCH = "--sentinel";

  private static final Set<String> SENTINELS = Set.of("redis-sentinel", "valkey-sentinel");

  private Programs() {}

  /**
   * Whether a command starts a Sentinel of Redis or Valkey. One that only asks a host of that name
   * does not.
   *
   * @param command entry point and arguments; a script may be one of them
   */
  public static boolean isSentinel(List<String> command) {
    return Commands.started(command).stream()
        .anyMatch(
            program ->
                SENTINELS.contains(program.get(0))
                    || (!program.get(0).endsWith("-cli") && program.contains(SENTINEL_SWITCH)));
  }

  /**
   * The catalog id of what runs.
   *
   * @param technology catalog id of what the image is taken for
   * @param command entry point and arguments in one text; may be empty
   */
  public static String started(String technology, String command) {
    Optional<Program> started =
        KNOWN.stream()
            .filter(program -> program.image().equals(technology) && program.isStartedBy(command))
            .findFirst();
    return started.map(Program::runs).orElse(technology);
  }
}
