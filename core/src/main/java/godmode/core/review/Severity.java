package godmode.core.review;

import godmode.core.design.Cluster;
import godmode.core.evidence.Environment;
import java.util.Locale;
import java.util.Optional;

/** How bad a finding is, worst first. It belongs to the outcome, not to the rule. */
public enum Severity {
  /** Loses data, breaks a stated guarantee, or cannot work. */
  ERROR,
  /** Loses availability, or will bite under load. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** The word in documents and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word. */
  public static Optional<Severity> ofWord(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** Whether this is as bad as the other, or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /**
   * How bad it is that something is merely too small, such as a single copy: an error in
   * production, a warning by default, and no more than worth knowing in development, in test, and
   * on the one host of a Compose file beside which manifests for a cluster exist.
   */
  public static Severity ofTooSmall(Environment environment, Cluster cluster) {
    if (environment.isForDevelopment() || cluster.onOneHost()) {
      return INFO;
    }
    return environment.isProduction() ? ERROR : WARNING;
  }
}
