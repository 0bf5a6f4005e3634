package godmode.core.design;

import godmode.core.fact.Fact;
import java.util.Optional;

/**
 * What data gives up during a partition (P: availability or consistency) and else (E: latency or
 * consistency).
 *
 * <p>Abadi, Consistency Tradeoffs in Modern Distributed Database System Design, IEEE Computer
 * 45(2), 2012. The classes speak of replicated data only: one copy has no other copy to wait for.
 */
public enum Pacelc {
  PA_EL("PA/EL"),
  PA_EC("PA/EC"),
  PC_EL("PC/EL"),
  PC_EC("PC/EC");

  private final String word;

  Pacelc(String word) {
    this.word = word;
  }

  /** The class as it is written: {@code PC/EC}. */
  public String word() {
    return word;
  }

  /**
   * The class that follows from the decisions; none while one is missing, and none for one copy.
   *
   * @param partition {@code refuse}, {@code serve} or {@code single-copy}
   * @param otherwise {@code latency} or {@code consistency}
   * @param copies on how many nodes each item is kept; may be unknown
   */
  public static Optional<Pacelc> of(
      Fact<String> partition, Fact<String> otherwise, Fact<Integer> copies) {
    return cap(partition, copies)
        .flatMap(side -> otherwise.value().flatMap(gives -> of(side.equals("CP"), gives)));
  }

  /** {@code CP} or {@code AP}; none while it is undecided, and none for one copy. */
  public static Optional<String> cap(Fact<String> partition, Fact<Integer> copies) {
    if (copies.value().filter(n -> n < 2).isPresent()) {
      return Optional.empty();
    }
    return partition
        .value()
        .flatMap(
            side ->
                switch (side) {
                  case "refuse" -> Optional.of("CP");
                  case "serve" -> Optional.of("AP");
                  default -> Optional.empty();
                });
  }

  private static Optional<Pacelc> of(boolean refuses, String gives) {
    return switch (gives) {
      case "consistency" -> Optional.of(refuses ? PC_EC : PA_EC);
      case "latency" -> Optional.of(refuses ? PC_EL : PA_EL);
      default -> Optional.empty();
    };
  }
}
