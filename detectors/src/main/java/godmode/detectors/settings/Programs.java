package godmode.detectors.settings;

import java.util.List;
import java.util.Optional;
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

  private Programs() {}

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
