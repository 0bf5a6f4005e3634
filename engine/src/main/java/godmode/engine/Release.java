package godmode.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published release of godmode, from which CI jobs take the program.
 *
 * @param repository owner and name of the repository that publishes it
 * @param tag of the release
 */
public record Release(String repository, String tag) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9-]+/[A-Za-z0-9._-]+)(?:@([A-Za-z0-9._-]+))?");

  /**
   * Reads {@code OWNER/NAME} or {@code OWNER/NAME@TAG}.
   *
   * @param version of this program, which is the tag where none is given
   * @throws UserError if it is neither
   */
  public static Release of(String text, Optional<String> version) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UserError(
          "--from is '"
              + text
              + "'; write OWNER/NAME or OWNER/NAME@TAG of the repository on"
              + " github.com that publishes godmode");
    }
    Optional<String> tag =
        Optional.ofNullable(form.group(2))
            .or(() -> version.map(number -> "v" + number.replace("-SNAPSHOT", "")));
    return new Release(
        form.group(1),
        tag.orElseThrow(
            () -> new UserError("--from " + text + " names no release; write " + text + "@TAG")));
  }

  /** Where the repository is. */
  String address() {
    return "https://github.com/" + repository;
  }
}
