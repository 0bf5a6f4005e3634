package godmode.catalog;

import static godmode.catalog.Words.constant;
import static godmode.catalog.Words.list;
import static godmode.catalog.Words.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import godmode.core.catalog.Role;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file of the catalog, as it is written; the keys are described in the module's README. */
record TechnologyDocument(
    @Nullable String name,
    @JsonProperty("extends") @Nullable String parent,
    @Nullable String type,
    @Nullable List<String> roles,
    @Nullable String dataModel,
    @Nullable Boolean stateful,
    @Nullable FingerprintsEntry fingerprints,
    @Nullable List<Entries.Quorum> quorums,
    Entries.@Nullable Agreement consensus,
    Entries.@Nullable Cap cap,
    Entries.@Nullable Pacelc pacelc,
    Entries.@Nullable Levels consistency,
    @Nullable List<Entries.Knob> settings,
    @Nullable List<Entries.Knob> moreSettings,
    Entries.@Nullable Fence fencing,
    @Nullable List<Entries.Lock> locks,
    Entries.@Nullable Note splitBrain,
    Entries.@Nullable Shards sharding,
    @Nullable List<Entries.Duration> timings,
    Entries.@Nullable Note lifecycle,
    @Nullable List<Entries.Test> analyses,
    @Nullable List<Entries.Note> remarks,
    @Nullable List<String> sources) {

  /** This document with what it does not say taken from another; fingerprints are its own. */
  TechnologyDocument inheriting(TechnologyDocument other) {
    return new TechnologyDocument(
        name,
        null,
        or(type, other.type),
        or(roles, other.roles),
        or(dataModel, other.dataModel),
        or(stateful, other.stateful),
        fingerprints,
        or(quorums, other.quorums),
        or(consensus, other.consensus),
        or(cap, other.cap),
        or(pacelc, other.pacelc),
        or(consistency, other.consistency),
        or(settings, other.settings),
        moreSettings,
        or(fencing, other.fencing),
        or(locks, other.locks),
        or(splitBrain, other.splitBrain),
        or(sharding, other.sharding),
        or(timings, other.timings),
        lifecycle,
        or(analyses, other.analyses),
        or(remarks, other.remarks),
        or(sources, other.sources));
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T inherited) {
    return own == null ? inherited : own;
  }

  Technology toTechnology(String id) {
    return new Technology(
        id,
        required("name", name),
        constant(ComponentType.class, "type", type),
        list(roles).stream().map(role -> constant(Role.class, "roles", role)).toList(),
        required("stateful", stateful),
        Optional.ofNullable(dataModel),
        required("fingerprints", fingerprints).toFingerprints(),
        list(quorums).stream().map(Entries.Quorum::toQuorum).toList(),
        Optional.ofNullable(consensus).map(Entries.Agreement::toConsensus),
        Optional.ofNullable(cap).map(Entries.Cap::toStance),
        Optional.ofNullable(pacelc).map(Entries.Pacelc::toStance),
        Optional.ofNullable(consistency).map(Entries.Levels::toConsistency),
        Stream.concat(list(settings).stream(), list(moreSettings).stream())
            .map(Entries.Knob::toSetting)
            .toList(),
        Optional.ofNullable(fencing).map(Entries.Fence::toFencing),
        list(locks).stream().map(Entries.Lock::toRecipe).toList(),
        Optional.ofNullable(splitBrain).map(Entries.Note::toRemark),
        Optional.ofNullable(sharding).map(Entries.Shards::toSharding),
        list(timings).stream().map(Entries.Duration::toTiming).toList(),
        Optional.ofNullable(lifecycle).map(Entries.Note::toRemark),
        list(analyses).stream().map(Entries.Test::toAnalysis).toList(),
        list(remarks).stream().map(Entries.Note::toRemark).toList(),
        list(sources));
  }
}
