package godmode.detectors.settings;

import java.util.Optional;

/** Whole numbers as settings write them. */
final class Numbers {
  private Numbers() {}

  /** A number of up to nine digits; anything else is no number. */
  static Optional<Integer> of(String text) {
    String bare = text.strip();
    return bare.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(bare)) : Optional.empty();
  }
}
