package godmode.catalog;

import godmode.core.catalog.Analysis;
import godmode.core.catalog.CapClass;
import godmode.core.catalog.CapStance;
import godmode.core.catalog.Consensus;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.catalog.Consistency;
import godmode.core.catalog.CustomResource;
import godmode.core.catalog.Ecosystem;
import godmode.core.catalog.EvenMembership;
import godmode.core.catalog.Fencing;
import godmode.core.catalog.Fingerprints;
import godmode.core.catalog.LockRecipe;
import godmode.core.catalog.PacelcClass;
import godmode.core.catalog.PacelcStance;
import godmode.core.catalog.Provenance;
import godmode.core.catalog.QuorumModel;
import godmode.core.catalog.Remark;
import godmode.core.catalog.ResourceUse;
import godmode.core.catalog.Risk;
import godmode.core.catalog.Role;
import godmode.core.catalog.Setting;
import godmode.core.catalog.Sharding;
import godmode.core.catalog.Technology;
import godmode.core.catalog.Timing;
import godmode.core.evidence.ComponentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each key of a file means; the keys are described in the module's README. */
final class TechnologyReading {
  private TechnologyReading() {}

  static Technology technology(String id, Section file) {
    List<Setting> settings = new ArrayList<>(file.list("settings", TechnologyReading::setting));
    settings.addAll(file.list("more-settings", TechnologyReading::setting));
    return new Technology(
        id,
        file.text("name"),
        file.constant(ComponentType.class, "type"),
        file.constants(Role.class, "roles"),
        file.flag("stateful"),
        file.optionalText("data-model"),
        file.optional("fingerprints", TechnologyReading::fingerprints)
            .orElseThrow(() -> new IllegalArgumentException("'fingerprints' is missing")),
        file.list("quorums", TechnologyReading::quorum),
        file.optional("consensus", TechnologyReading::consensus),
        file.optional("cap", TechnologyReading::cap),
        file.optional("pacelc", TechnologyReading::pacelc),
        file.optional("consistency", TechnologyReading::consistency),
        settings,
        file.optional("fencing", TechnologyReading::fencing),
        file.list("locks", TechnologyReading::lock),
        file.optional("split-brain", TechnologyReading::remark),
        file.optional("sharding", TechnologyReading::sharding),
        file.list("timings", TechnologyReading::timing),
        file.optional("lifecycle", TechnologyReading::remark),
        file.list("analyses", TechnologyReading::analysis),
        file.list("remarks", TechnologyReading::remark),
        file.texts("sources"));
  }

  private static Fingerprints fingerprints(Section in) {
    return new Fingerprints(
        in.texts("images"),
        in.texts("bare-images"),
        in.texts("weak-images"),
        in.numbers("ports"),
        in.textsByConstant(Ecosystem.class, "dependencies"),
        in.textsByConstant(Ecosystem.class, "server-dependencies"),
        in.texts("configuration-keys"),
        in.texts("server-configuration-keys"),
        in.texts("server-environment"),
        in.texts("weak-server-environment"),
        in.texts("client-environment"),
        in.texts("environment"),
        in.texts("url-schemes"),
        in.texts("files"),
        in.texts("weak-files"),
        in.list("resources", TechnologyReading::resource),
        in.texts("java-imports"),
        in.texts("server-annotations"),
        in.texts("client-annotations"));
  }

  private static CustomResource resource(Section in) {
    return new CustomResource(
        in.text("api"),
        in.text("kind"),
        in.optionalText("members"),
        in.optionalText("members-standard"),
        in.textByWord("paths"),
        in.optionalText("note"),
        in.provenance());
  }

  private static QuorumModel quorum(Section in) {
    return new QuorumModel(
        in.text("of"),
        in.optionalText("formula"),
        in.number("minimum"),
        in.optionalText("minimum-text"),
        in.numbers("recommended-sizes"),
        in.optionalText("recommended"),
        in.number("maximum"),
        in.constant(EvenMembership.class, "even"),
        in.texts("invariants"),
        in.optionalText("note"),
        in.provenance());
  }

  private static Consensus consensus(Section in) {
    return new Consensus(
        in.constant(ConsensusProtocol.class, "protocol"), in.text("note"), in.provenance());
  }

  private static CapStance cap(Section in) {
    return new CapStance(
        in.constant(CapClass.class, "stance"),
        in.texts("tunable-by"),
        in.optionalText("note"),
        in.provenance());
  }

  private static PacelcStance pacelc(Section in) {
    return new PacelcStance(
        in.constant(PacelcClass.class, "stance"),
        in.text("when"),
        in.optionalText("otherwise"),
        in.provenance());
  }

  private static Consistency consistency(Section in) {
    return new Consistency(
        in.optional("read", TechnologyReading::levels),
        in.optional("write", TechnologyReading::levels),
        in.optional("isolation", TechnologyReading::levels),
        in.provenance());
  }

  private static Consistency.Levels levels(Section in) {
    return new Consistency.Levels(in.texts("levels"), in.text("standard"), in.optionalText("note"));
  }

  private static Setting setting(Section in) {
    return new Setting(
        in.text("key"),
        in.texts("scopes"),
        in.text("standard"),
        in.text("safe"),
        in.constant(Risk.class, "risk"),
        in.text("why"),
        in.optionalText("versions"),
        in.optionalText("environment"),
        in.optionalText("formerly"),
        in.optionalText("note"),
        in.provenance());
  }

  private static Fencing fencing(Section in) {
    return new Fencing(
        in.text("token"),
        in.constant(ResourceUse.class, "usable-by-resource"),
        in.optionalText("condition"),
        in.optionalText("how"),
        in.optionalText("note"),
        in.provenance());
  }

  private static LockRecipe lock(Section in) {
    return new LockRecipe(
        in.text("name"), in.optionalFlag("fenced"), in.optionalText("note"), in.provenance());
  }

  private static Sharding sharding(Section in) {
    return new Sharding(
        in.text("key"),
        in.optionalText("hot-spot"),
        in.optionalText("reversible"),
        in.optionalText("sizing"),
        in.provenance());
  }

  private static Timing timing(Section in) {
    return new Timing(in.text("key"), in.text("value"), in.provenance());
  }

  /** An analysis is its own source. */
  private static Analysis analysis(Section in) {
    String address = in.text("address");
    int year = in.number("year").orElseThrow(() -> new IllegalArgumentException("no year"));
    Optional<String> part = in.optionalText("unverified-part");
    boolean unverified = in.optionalFlag("unverified").orElse(false);
    return new Analysis(
        in.text("target"),
        year,
        in.text("finding"),
        address,
        new Provenance(List.of(address), unverified, part));
  }

  private static Remark remark(Section in) {
    return new Remark(in.text("about"), in.text("text"), in.provenance());
  }
}
