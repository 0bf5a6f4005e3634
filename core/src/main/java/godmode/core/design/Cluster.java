package godmode.core.design;

import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A store, broker or coordinator, replicated or not.
 *
 * @param technology what it is, where the catalog knows it
 * @param dataClass the class of data it holds, as the design record or the proposal of the
 *     interview has it
 * @param onOneHost whether only Compose files deploy it, while manifests for a cluster exist beside
 *     them
 * @param declared what the design record says of it
 * @param detected what the repository shows of it
 * @param facts both, and the vendor's defaults under them
 */
public record Cluster(
    String id,
    ComponentType type,
    Optional<Technology> technology,
    List<String> members,
    String dataClass,
    boolean onOneHost,
    Facts declared,
    Facts detected,
    Facts facts)
    implements Subject {
  public Cluster {
    members = List.copyOf(members);
  }

  @Override
  public String component() {
    return id;
  }

  /** Whether a technology of that catalog id runs here. */
  public boolean runs(String technologyId) {
    return technology.filter(known -> known.id().equals(technologyId)).isPresent();
  }

  /**
   * The name of the product for a sentence: {@code Apache Kafka}, or the type where it is unknown.
   */
  public String product() {
    return technology.map(Technology::name).orElse("this " + type.word());
  }
}
