package godmode.core.decide;

import godmode.core.design.DeclaredPath;
import godmode.core.design.Operation;
import godmode.core.fact.Attributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers that exclude each other, whatever the repository shows. */
public final class Contradictions {
  private Contradictions() {}

  /**
   * Two answers that cannot both hold.
   *
   * @param dataClass whose CAP has to be settled again
   * @param what which answers, and why they exclude each other, as a sentence
   * @param paths where the record holds them
   */
  public record Contradiction(String dataClass, String what, List<String> paths) {
    public Contradiction {
      paths = List.copyOf(paths);
    }
  }

  /** Every contradiction, by class of data. */
  public static List<Contradiction> of(Situation it) {
    List<Contradiction> found = new ArrayList<>();
    for (String data : it.classes()) {
      boolean sides = it.storesOf(data).stream().anyMatch(it::mayHaveTwoSides);
      boolean serves = it.of(data, Attributes.PARTITION).filter("serve"::equals).isPresent();
      String reads = it.of(data, Attributes.READS).orElse("");
      if (sides && serves && reads.equals("latest")) {
        found.add(
            new Contradiction(
                data,
                "Both sides are to serve "
                    + data
                    + " in a partition, and every read of it is to see the latest write. The side"
                    + " that did not get a write cannot know of it (CAP).",
                List.of(path(data, "reads"), path(data, "partition"))));
      }
      lossless(it, data, sides && serves).ifPresent(found::add);
      for (Operation operation : it.operations()) {
        operation(data, reads, sides && serves, operation).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Contradiction> lossless(Situation it, String data, boolean serves) {
    boolean nothingLost = it.duration("data", data, "rpo").filter(Duration::isZero).isPresent();
    boolean lastWriter =
        it.of(data, Attributes.CONFLICTS).filter("last-writer-wins"::equals).isPresent();
    return serves && nothingLost && lastWriter
        ? Optional.of(
            new Contradiction(
                data,
                "Nothing of "
                    + data
                    + " that was confirmed may be lost, and the last writer wins. Of two writes on"
                    + " two sides one is then lost, though both were confirmed.",
                List.of(path(data, "rpo"), path(data, "conflicts.strategy"))))
        : Optional.empty();
  }

  private static Optional<Contradiction> operation(
      String data, String reads, boolean serves, Operation operation) {
    boolean strong =
        operation
            .fact(Attributes.CONSISTENCY)
            .value()
            .filter(level -> level.equals("linearizable"))
            .isPresent();
    if (!strong || !operation.dataClass().equals(data)) {
      return Optional.empty();
    }
    String level = DeclaredPath.of(Attributes.CONSISTENCY.record(), operation.id());
    if (!reads.isEmpty() && !reads.equals("latest")) {
      return Optional.of(
          new Contradiction(
              data,
              operation.id()
                  + " is to be linearizable, and reads of "
                  + data
                  + " may be old ("
                  + reads
                  + ").",
              List.of(level, path(data, "reads"))));
    }
    return serves
        ? Optional.of(
            new Contradiction(
                data,
                operation.id()
                    + " is to be linearizable, and "
                    + data
                    + " is served on both sides of a partition.",
                List.of(level, path(data, "partition"))))
        : Optional.empty();
  }

  private static String path(String data, String field) {
    return "data." + DeclaredPath.key(data) + "." + field;
  }
}
