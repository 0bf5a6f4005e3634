package godmode.core.design;

import godmode.core.catalog.CapClass;
import godmode.core.catalog.CapStance;
import godmode.core.catalog.Setting;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.core.fact.Facts;
import godmode.core.fact.Origin;
import java.util.List;
import java.util.Optional;

/** What holds where nobody said anything, because the vendor documents it. */
final class VendorDefaults {
  private record Numbered(Attribute<Integer> attribute, String key) {}

  /** Settings whose defaults are plain numbers that rules reason about. */
  private static final List<Numbered> NUMBERS =
      List.of(
          new Numbered(Attributes.MIN_INSYNC_REPLICAS, "min.insync.replicas"),
          new Numbered(Attributes.OFFSETS_REPLICATION_FACTOR, "offsets.topic.replication.factor"),
          new Numbered(
              Attributes.TRANSACTIONS_REPLICATION_FACTOR,
              "transaction.state.log.replication.factor"));

  private VendorDefaults() {}

  static Facts of(Component component, Technology technology) {
    Facts.Collector facts = Facts.about(component.id());
    for (Numbered numbered : NUMBERS) {
      technology
          .setting(numbered.key())
          .filter(setting -> setting.standard().matches("\\d+"))
          .ifPresent(
              setting ->
                  facts.add(
                      numbered.attribute(),
                      Integer.valueOf(setting.standard()),
                      origin(technology, setting)));
    }
    technology
        .setting("unclean.leader.election.enable")
        .filter(setting -> setting.standard().equals("false"))
        .ifPresent(
            setting ->
                facts.add(Attributes.UNCLEAN_LEADER_ELECTION, false, origin(technology, setting)));
    if (component.type() == ComponentType.COORDINATION) {
      technology
          .cap()
          .filter(cap -> cap.stance() == CapClass.CP)
          .ifPresent(cap -> refuses(cap, technology, facts));
    }
    return facts.facts();
  }

  /**
   * A coordinator that refuses on the smaller side of a partition was chosen because it does;
   * nobody is asked again.
   */
  private static void refuses(CapStance cap, Technology technology, Facts.Collector facts) {
    Origin origin =
        new Origin.VendorDefault(
            technology.id(), source(cap.provenance().sources()), !cap.provenance().unverified());
    facts.add(Attributes.READS, "latest", origin);
    facts.add(Attributes.PARTITION, "refuse", origin);
    facts.add(Attributes.ELSE, "consistency", origin);
    technology
        .consensus()
        .ifPresent(protocol -> facts.add(Attributes.REPLICATION_STYLE, "quorum", origin));
  }

  private static Origin origin(Technology technology, Setting setting) {
    return new Origin.VendorDefault(
        technology.id(), source(setting.provenance().sources()), setting.provenance().verified());
  }

  private static String source(List<String> sources) {
    return Optional.of(sources).filter(list -> !list.isEmpty()).map(list -> list.get(0)).orElse("");
  }
}
