package godmode.core.interview;

import godmode.core.catalog.CapClass;
import godmode.core.catalog.PacelcClass;
import godmode.core.catalog.Technology;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.design.Operation;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.interview.Question.Proposal;
import godmode.core.review.OpenDecision;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers that the facts suggest. All subjects of a question have to suggest the same. */
final class Proposals {
  private Proposals() {}

  static Optional<Proposal> of(
      OpenDecision decision, List<Cluster> clusters, List<Guard> guards, List<Design> designs) {
    return switch (decision.attribute().name()) {
      case "reads" -> unanimous(clusters, Proposals::reads);
      case "partition" ->
          unanimous(clusters, Proposals::singleCopy)
              .or(() -> unanimous(clusters, Proposals::partition));
      case "else" -> unanimous(clusters, Proposals::otherwise);
      case "replication-style" -> unanimous(clusters, Proposals::singleCopy);
      case "consensus-protocol" -> protocol(designs);
      case "fencing-token" -> unanimous(guards, Proposals::token);
      case "consistency" -> unanimous(operations(decision, designs), op -> level(op, designs));
      default -> Optional.empty();
    };
  }

  private static <T> Optional<Proposal> unanimous(
      List<T> subjects, Function<T, Optional<Proposal>> suggest) {
    List<Optional<Proposal>> suggested = subjects.stream().map(suggest).toList();
    boolean silent = suggested.stream().anyMatch(Optional::isEmpty);
    long values =
        suggested.stream().flatMap(Optional::stream).map(Proposal::value).distinct().count();
    return silent || values != 1 ? Optional.empty() : suggested.get(0);
  }

  private static Optional<Proposal> reads(Cluster cluster) {
    return switch (cluster.type()) {
      case DATABASE, COORDINATION ->
          Optional.of(new Proposal("latest", others(cluster) + " is where the truth is kept"));
      case CACHE, SEARCH ->
          Optional.of(
              new Proposal("any", others(cluster) + " holds what can be read again elsewhere"));
      default -> Optional.empty();
    };
  }

  private static String others(Cluster cluster) {
    String article = "aeiou".indexOf(cluster.type().word().charAt(0)) < 0 ? "a " : "an ";
    return article + cluster.type().word();
  }

  private static Optional<Proposal> singleCopy(Cluster cluster) {
    return cluster
        .detected()
        .get(Attributes.MEMBERS)
        .value()
        .filter(members -> members == 1)
        .map(one -> new Proposal("single-copy", cluster.id() + " has one member"));
  }

  private static Optional<Proposal> partition(Cluster cluster) {
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

  private static Optional<Proposal> otherwise(Cluster cluster) {
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
  private static Optional<Proposal> protocol(List<Design> designs) {
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

  private static Optional<Proposal> token(Guard guard) {
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

  private static List<Operation> operations(OpenDecision decision, List<Design> designs) {
    return designs.stream()
        .flatMap(design -> design.operations().stream())
        .filter(operation -> decision.subjects().contains(operation.id()))
        .toList();
  }

  /** What the class of data asks of its reads, carried over to the operation that touches it. */
  private static Optional<Proposal> level(Operation operation, List<Design> designs) {
    return designs.stream()
        .flatMap(design -> design.clusters().stream())
        .filter(cluster -> cluster.dataClass().equals(operation.dataClass()))
        .flatMap(cluster -> cluster.fact(Attributes.READS).value().stream())
        .findFirst()
        .map(
            reads -> {
              String because = "reads of " + operation.dataClass() + " are declared as " + reads;
              if (reads.equals("latest")) {
                return new Proposal("linearizable", because);
              }
              return new Proposal(reads.equals("any") ? "eventual" : "bounded-staleness", because);
            });
  }
}
