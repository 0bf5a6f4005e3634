package godmode.core.interview;

import godmode.core.catalog.CapClass;
import godmode.core.catalog.PacelcClass;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.interview.Question.Proposal;
import java.util.List;
import java.util.Optional;

/** Answers that the facts about one subject suggest. */
final class Proposals {
  private Proposals() {}

  static Optional<Proposal> reads(Cluster cluster) {
    return switch (cluster.type()) {
      case DATABASE, COORDINATION ->
          Optional.of(new Proposal("latest", others(cluster) + " is where the truth is kept"));
      case CACHE, SEARCH ->
          Optional.of(
              new Proposal("any", others(cluster) + " holds what can be read again elsewhere"));
      case BROKER ->
          Optional.of(new Proposal("latest", "what was published and confirmed has to be seen"));
      default -> Optional.empty();
    };
  }

  private static String others(Cluster cluster) {
    String article = "aeiou".indexOf(cluster.type().word().charAt(0)) < 0 ? "a " : "an ";
    return article + cluster.type().word();
  }

  static Optional<Proposal> singleCopy(Cluster cluster) {
    return cluster
        .detected()
        .get(Attributes.MEMBERS)
        .value()
        .filter(members -> members == 1)
        .map(one -> new Proposal("single-copy", cluster.id() + " has one member"));
  }

  static Optional<Proposal> partition(Cluster cluster) {
    return cluster
        .technology()
        .flatMap(Technology::cap)
        .filter(cap -> cap.stance() == CapClass.CP || cap.stance() == CapClass.AP)
        .map(
            cap ->
                cap.stance() == CapClass.CP
                    ? new Proposal("refuse", cluster.product() + " as it comes refuses (CP)")
                    : new Proposal("serve", cluster.product() + " as it comes goes on (AP)"));
  }

  static Optional<Proposal> otherwise(Cluster cluster) {
    return cluster
        .technology()
        .flatMap(Technology::pacelc)
        .map(
            pacelc -> {
              boolean fast =
                  pacelc.stance() == PacelcClass.PA_EL || pacelc.stance() == PacelcClass.PC_EL;
              return new Proposal(
                  fast ? "latency" : "consistency",
                  cluster.product() + " is " + pacelc.stance().word() + ": " + pacelc.when());
            });
  }

  /** The protocol of what coordinates, where there is only one. */
  static Optional<Proposal> protocol(List<Design> designs) {
    List<Proposal> used =
        designs.stream()
            .flatMap(design -> design.clusters().stream())
            .filter(cluster -> cluster.type() == ComponentType.COORDINATION)
            .flatMap(cluster -> cluster.technology().stream())
            .flatMap(
                technology ->
                    technology.consensus().stream()
                        .map(consensus -> consensus.protocol().word())
                        .filter(
                            word ->
                                Choices.CONSENSUS_PROTOCOL.stream()
                                    .anyMatch(choice -> choice.value().equals(word)))
                        .map(word -> new Proposal(word, technology.name() + " uses it")))
            .distinct()
            .toList();
    return used.size() == 1 ? Optional.of(used.get(0)) : Optional.empty();
  }

  static Optional<Proposal> token(Guard guard) {
    return guard
        .technology()
        .flatMap(
            technology ->
                technology
                    .fencing()
                    .map(
                        fencing ->
                            fencing.token().startsWith("none")
                                ? new Proposal("none", technology.name() + " hands out no number")
                                : new Proposal(
                                    fencing.token(), technology.name() + " hands it out")));
  }
}
