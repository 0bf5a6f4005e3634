package godmode.catalog;

import static godmode.catalog.Words.constant;
import static godmode.catalog.Words.list;
import static godmode.catalog.Words.provenance;
import static godmode.catalog.Words.required;

import godmode.core.catalog.Analysis;
import godmode.core.catalog.CapClass;
import godmode.core.catalog.CapStance;
import godmode.core.catalog.Consensus;
import godmode.core.catalog.ConsensusProtocol;
import godmode.core.catalog.Consistency;
import godmode.core.catalog.EvenMembership;
import godmode.core.catalog.Fencing;
import godmode.core.catalog.LockRecipe;
import godmode.core.catalog.PacelcClass;
import godmode.core.catalog.PacelcStance;
import godmode.core.catalog.QuorumModel;
import godmode.core.catalog.Remark;
import godmode.core.catalog.ResourceUse;
import godmode.core.catalog.Risk;
import godmode.core.catalog.Setting;
import godmode.core.catalog.Sharding;
import godmode.core.catalog.Timing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The parts of a file, as they are written. */
final class Entries {
  private Entries() {}

  record Quorum(
      @Nullable String of,
      @Nullable String formula,
      @Nullable Integer minimum,
      @Nullable String minimumText,
      @Nullable List<Integer> recommendedSizes,
      @Nullable String recommended,
      @Nullable Integer maximum,
      @Nullable String even,
      @Nullable List<String> invariants,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    QuorumModel toQuorum() {
      return new QuorumModel(
          required("of", of),
          Optional.ofNullable(formula),
          number(minimum),
          Optional.ofNullable(minimumText),
          list(recommendedSizes),
          Optional.ofNullable(recommended),
          number(maximum),
          constant(EvenMembership.class, "even", even),
          list(invariants),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Agreement(
      @Nullable String protocol,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Consensus toConsensus() {
      return new Consensus(
          constant(ConsensusProtocol.class, "protocol", protocol),
          required("note", note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Cap(
      @Nullable String stance,
      @Nullable List<String> tunableBy,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    CapStance toStance() {
      return new CapStance(
          constant(CapClass.class, "stance", stance),
          list(tunableBy),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Pacelc(
      @Nullable String stance,
      @Nullable String when,
      @Nullable String otherwise,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    PacelcStance toStance() {
      return new PacelcStance(
          constant(PacelcClass.class, "stance", stance),
          required("when", when),
          Optional.ofNullable(otherwise),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Knob(
      @Nullable String key,
      @Nullable List<String> scopes,
      @Nullable String standard,
      @Nullable String safe,
      @Nullable String risk,
      @Nullable String why,
      @Nullable String versions,
      @Nullable String environment,
      @Nullable String formerly,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Setting toSetting() {
      return new Setting(
          required("key", key),
          list(scopes),
          required("standard", standard),
          required("safe", safe),
          constant(Risk.class, "risk", risk),
          required("why", why),
          Optional.ofNullable(versions),
          Optional.ofNullable(environment),
          Optional.ofNullable(formerly),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Fence(
      @Nullable String token,
      @Nullable String usableByResource,
      @Nullable String condition,
      @Nullable String how,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Fencing toFencing() {
      return new Fencing(
          required("token", token),
          constant(ResourceUse.class, "usable-by-resource", usableByResource),
          Optional.ofNullable(condition),
          Optional.ofNullable(how),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Lock(
      @Nullable String name,
      @Nullable Boolean fenced,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    LockRecipe toRecipe() {
      return new LockRecipe(
          required("name", name),
          Optional.ofNullable(fenced),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Shards(
      @Nullable String key,
      @Nullable String hotSpot,
      @Nullable String reversible,
      @Nullable String sizing,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Sharding toSharding() {
      return new Sharding(
          required("key", key),
          Optional.ofNullable(hotSpot),
          Optional.ofNullable(reversible),
          Optional.ofNullable(sizing),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Duration(
      @Nullable String key,
      @Nullable String value,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Timing toTiming() {
      return new Timing(
          required("key", key),
          required("value", value),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Note(
      @Nullable String about,
      @Nullable String text,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Remark toRemark() {
      return new Remark(
          required("about", about),
          required("text", text),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Levels(
      @Nullable Choice read,
      @Nullable Choice write,
      @Nullable Choice isolation,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Consistency toConsistency() {
      return new Consistency(
          Optional.ofNullable(read).map(Choice::toLevels),
          Optional.ofNullable(write).map(Choice::toLevels),
          Optional.ofNullable(isolation).map(Choice::toLevels),
          provenance(source, unverified, unverifiedPart));
    }
  }

  record Choice(@Nullable List<String> levels, @Nullable String standard, @Nullable String note) {
    Consistency.Levels toLevels() {
      return new Consistency.Levels(
          list(levels), required("standard", standard), Optional.ofNullable(note));
    }
  }

  /** An analysis is its own source: the address. */
  record Test(
      @Nullable String target,
      @Nullable Integer year,
      @Nullable String finding,
      @Nullable String address,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {
    Analysis toAnalysis() {
      String page = required("address", address);
      return new Analysis(
          required("target", target),
          required("year", year),
          required("finding", finding),
          page,
          provenance(List.of(page), unverified, unverifiedPart));
    }
  }

  private static OptionalInt number(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
