package godmode.templates;

import godmode.core.design.Cluster;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.design.Design;
import godmode.core.design.Pacelc;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One class of data, for which CAP is settled as a whole.
 *
 * @param stores ids of the clusters that hold it, in the order of the design
 * @param facts the decisions about it
 * @param copies how many copies the record promises
 * @param because why, in the words of the record; empty if it does not say
 */
public record DataClass(
    String name, List<String> stores, Facts facts, Fact<Integer> copies, String because) {
  public DataClass {
    stores = List.copyOf(stores);
  }

  /** The classes: those of the record in its order, then those proposed for other stores. */
  public static List<DataClass> of(Review review) {
    Design design = review.design();
    Set<String> names = new LinkedHashSet<>(review.declared().keys("data"));
    Set<String> proposed = new TreeSet<>();
    for (Cluster cluster : design.clusters()) {
      proposed.add(cluster.dataClass());
    }
    names.addAll(proposed);
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> of(name, design, review.declared()))
        .toList();
  }

  private static DataClass of(String name, Design design, Declarations declared) {
    List<Cluster> holders =
        design.clusters().stream().filter(cluster -> cluster.dataClass().equals(name)).toList();
    Facts facts = holders.isEmpty() ? declaredFacts(name, declared) : holders.get(0).facts();
    List<Fact<Integer>> copies = new ArrayList<>();
    for (Cluster holder : holders) {
      copies.add(holder.declared().get(Attributes.REPLICATION_FACTOR));
    }
    return new DataClass(
        name,
        holders.stream().map(Cluster::id).toList(),
        facts,
        copies.stream()
            .filter(fact -> fact.value().isPresent())
            .findFirst()
            .orElseGet(() -> Facts.none(name).get(Attributes.REPLICATION_FACTOR)),
        declared.text("data." + DeclaredPath.key(name) + ".because").orElse(""));
  }

  private static Facts declaredFacts(String name, Declarations declared) {
    Facts.Collector facts = Facts.about(name);
    for (Attribute<String> attribute :
        List.of(Attributes.READS, Attributes.PARTITION, Attributes.ELSE, Attributes.CONFLICTS)) {
      declared
          .at(DeclaredPath.of(attribute.record(), name))
          .ifPresent(said -> facts.add(attribute, said.text(), said.origin()));
    }
    return facts.facts();
  }

  /** What is decided about one attribute. */
  public <T> Fact<T> fact(Attribute<T> attribute) {
    return facts.get(attribute);
  }

  /** {@code CP} or {@code AP}; none while it is undecided, and none for one copy. */
  public Optional<String> cap() {
    return Pacelc.cap(fact(Attributes.PARTITION), copies);
  }

  /** The PACELC class that follows from the decisions. */
  public Optional<Pacelc> pacelc() {
    return Pacelc.of(fact(Attributes.PARTITION), fact(Attributes.ELSE), copies);
  }

  /** Whether the decision says that there is one copy only. */
  public boolean isSingleCopy() {
    return fact(Attributes.PARTITION).value().isPresent() && cap().isEmpty();
  }
}
