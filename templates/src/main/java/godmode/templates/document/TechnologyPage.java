package godmode.templates.document;

import godmode.core.catalog.Analysis;
import godmode.core.catalog.CapStance;
import godmode.core.catalog.Consensus;
import godmode.core.catalog.Consistency;
import godmode.core.catalog.Fencing;
import godmode.core.catalog.PacelcStance;
import godmode.core.catalog.Provenance;
import godmode.core.catalog.QuorumModel;
import godmode.core.catalog.Remark;
import godmode.core.catalog.Setting;
import godmode.core.catalog.Technology;
import godmode.core.catalog.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the catalog knows of a technology, as Markdown: what it promises as it comes, which defaults
 * endanger what, and where that is written. What nobody compared with its source says so.
 */
public final class TechnologyPage {
  private final List<String> lines = new ArrayList<>();

  private TechnologyPage() {}

  /** The page of one technology. */
  public static String of(Technology technology) {
    TechnologyPage page = new TechnologyPage();
    page.write(technology);
    return String.join("\n", page.lines) + "\n";
  }

  private void write(Technology technology) {
    lines.add("# " + technology.id());
    lines.add("");
    lines.add(
        technology.name()
            + ": "
            + technology.type().word()
            + technology.dataModel().map(model -> ", " + model).orElse(""));
    section("Guarantees");
    technology.cap().ifPresent(this::cap);
    technology.pacelc().ifPresent(this::pacelc);
    technology.consensus().ifPresent(this::consensus);
    technology.consistency().ifPresent(this::consistency);
    technology.splitBrain().ifPresent(this::remark);
    technology.fencing().ifPresent(this::fencing);
    section("Quorums");
    technology.quorums().forEach(this::quorum);
    section("Defaults that endanger something");
    technology.settings().forEach(this::setting);
    section("Time-outs");
    technology.timings().forEach(this::timing);
    section("Tested under faults");
    technology.analyses().forEach(this::analysis);
    section("Remarks");
    technology.lifecycle().ifPresent(this::remark);
    technology.remarks().forEach(this::remark);
    section("Sources");
    technology.sources().forEach(source -> lines.add("- " + source));
    endSection();
  }

  /** A section that stays empty is left out. */
  private void section(String title) {
    endSection();
    lines.add("");
    lines.add("## " + title);
    lines.add("");
  }

  private void endSection() {
    int last = lines.size() - 1;
    if (last > 1 && lines.get(last).isEmpty() && lines.get(last - 1).startsWith("## ")) {
      lines.subList(last - 2, last + 1).clear();
    }
  }

  private void fact(String text, Provenance provenance) {
    lines.add("- " + text + mark(provenance));
    if (!provenance.sources().isEmpty()) {
      lines.add("  source: " + String.join("; ", provenance.sources()));
    }
  }

  private static String mark(Provenance provenance) {
    if (provenance.unverified()) {
      return " (unverified)";
    }
    return provenance.unverifiedPart().map(part -> " (unverified: " + part + ")").orElse("");
  }

  private void cap(CapStance cap) {
    fact("in a partition: " + cap.stance().word() + more(cap.note()), cap.provenance());
  }

  private void pacelc(PacelcStance pacelc) {
    fact(
        pacelc.stance().word()
            + " with "
            + pacelc.when()
            + pacelc.otherwise().map(other -> "; " + other).orElse(""),
        pacelc.provenance());
  }

  private void consensus(Consensus consensus) {
    fact(
        "agreement: " + consensus.protocol().word() + " (" + consensus.note() + ")",
        consensus.provenance());
  }

  private void consistency(Consistency consistency) {
    consistency.read().ifPresent(read -> levels("reads", read, consistency.provenance()));
    consistency.write().ifPresent(write -> levels("writes", write, consistency.provenance()));
    consistency.isolation().ifPresent(of -> levels("isolation", of, consistency.provenance()));
  }

  private void levels(String what, Consistency.Levels levels, Provenance provenance) {
    fact(
        what
            + ": "
            + levels.standard()
            + (levels.levels().isEmpty() ? "" : ", of " + String.join(", ", levels.levels()))
            + more(levels.note()),
        provenance);
  }

  private void fencing(Fencing fencing) {
    fact("fencing token: " + fencing.token() + more(fencing.how()), fencing.provenance());
  }

  private void quorum(QuorumModel quorum) {
    List<String> parts = new ArrayList<>();
    quorum.formula().ifPresent(formula -> parts.add(formula + " of n must agree"));
    quorum.recommended().ifPresent(sizes -> parts.add("recommended: " + sizes));
    quorum.maximum().ifPresent(most -> parts.add("at most " + most));
    parts.add("an even number is " + quorum.even().word());
    parts.addAll(quorum.invariants());
    quorum.note().ifPresent(parts::add);
    fact(quorum.of() + ": " + String.join("; ", parts), quorum.provenance());
  }

  private void setting(Setting setting) {
    fact(
        "`"
            + setting.key()
            + "` is "
            + setting.standard()
            + setting.versions().map(versions -> " (" + versions + ")").orElse("")
            + "; safe: "
            + setting.safe()
            + "; risk: "
            + setting.risk().word()
            + ". "
            + setting.why()
            + more(setting.note()),
        setting.provenance());
  }

  private void timing(Timing timing) {
    fact(timing.key() + ": " + timing.value(), timing.provenance());
  }

  private void analysis(Analysis analysis) {
    fact(
        analysis.target() + " (" + analysis.year() + "): " + analysis.finding(),
        analysis.provenance());
    lines.add("  " + analysis.address());
  }

  private void remark(Remark remark) {
    fact(remark.about() + ": " + remark.text(), remark.provenance());
  }

  private static String more(Optional<String> note) {
    return note.map(text -> "; " + text).orElse("");
  }
}
