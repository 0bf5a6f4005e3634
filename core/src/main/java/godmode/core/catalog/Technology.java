package godmode.core.catalog;

import godmode.core.evidence.ComponentType;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one technology: how to recognise it, and what it promises as it comes. What
 * nobody looked up is absent, never a default.
 *
 * @param id stable, lower-case; the file name in the catalog
 * @param type what a component that runs it is
 * @param roles what it is used as, the primary use first
 * @param stateful whether a lost member can take data or a quorum with it
 * @param quorums one for each group of voters; empty when nobody votes
 * @param sources general reading; single facts name their own
 */
public record Technology(
    String id,
    String name,
    ComponentType type,
    List<Role> roles,
    boolean stateful,
    Optional<String> dataModel,
    Fingerprints fingerprints,
    List<QuorumModel> quorums,
    Optional<Consensus> consensus,
    Optional<CapStance> cap,
    Optional<PacelcStance> pacelc,
    Optional<Consistency> consistency,
    List<Setting> settings,
    Optional<Fencing> fencing,
    List<LockRecipe> locks,
    Optional<Remark> splitBrain,
    Optional<Sharding> sharding,
    List<Timing> timings,
    Optional<Remark> lifecycle,
    List<Analysis> analyses,
    List<Remark> remarks,
    List<String> sources) {
  public Technology {
    roles = List.copyOf(roles);
    quorums = List.copyOf(quorums);
    settings = List.copyOf(settings);
    locks = List.copyOf(locks);
    timings = List.copyOf(timings);
    analyses = List.copyOf(analyses);
    remarks = List.copyOf(remarks);
    sources = List.copyOf(sources);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(id + " has no role");
    }
  }

  /** What it is mostly used as. */
  public Role primaryRole() {
    return roles.get(0);
  }

  /** Whether it only watches the system: such a component is never a single point of failure. */
  public boolean watchesOnly() {
    return primaryRole() == Role.OBSERVABILITY || primaryRole() == Role.ADMIN;
  }

  /** The setting of this key, spelt as the vendor does. */
  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** The quorum of this group of voters. */
  public Optional<QuorumModel> quorum(String of) {
    return quorums.stream().filter(quorum -> quorum.of().equals(of)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
