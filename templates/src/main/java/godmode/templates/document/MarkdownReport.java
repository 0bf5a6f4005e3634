package godmode.templates.document;

import com.google.auto.service.AutoService;
import godmode.core.fact.Place;
import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.review.AcceptedFinding;
import godmode.core.review.ChecklistItem;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Counterexample;
import godmode.core.review.Finding;
import godmode.core.review.Gate;
import godmode.core.review.OpenDecision;
import godmode.core.review.Review;
import godmode.templates.Beat;
import godmode.templates.FindingGroup;
import godmode.templates.Untrusted;
import godmode.templates.Values;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The judgement as a comment on a pull request: one line for each new finding, everything else
 * folded. The first line is a mark by which a bot finds its own comment again. Places are no links,
 * because a comment has no folder that they could lead from.
 */
@AutoService(ReportWriter.class)
public final class MarkdownReport implements ReportWriter {
  /** A comment may have 65,536 characters; a finding takes about 700, one of many alike 200. */
  private static final int FOLDS_MAX = 40;

  private static final int ALIKE_MAX = 60;

  private static final int ROWS_MAX = 60;

  private static final int BEATS_MAX = 20;

  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public void write(Review review, ReportRequest request, Appendable out) throws IOException {
    out.append(new Comment(review, request.gate(), request.items()).text());
  }

  /** One comment, while it is written. */
  private static final class Comment {
    private final StringBuilder out = new StringBuilder();
    private final Review review;
    private final List<ChecklistItem> items;
    private final Gate gate;
    private final List<Finding> fresh;
    private final List<Finding> known;
    private final List<AcceptedFinding> accepted;
    private final Set<String> told = new HashSet<>();

    Comment(Review review, Gate gate, List<ChecklistItem> items) {
      this.review = review;
      this.items = items;
      this.gate = gate;
      List<Finding> wanted =
          review.findings().stream().filter(f -> items.contains(f.item())).toList();
      this.fresh = gate.fresh(wanted);
      this.known = gate.known(wanted);
      this.accepted =
          review.accepted().stream().filter(a -> items.contains(a.finding().item())).toList();
    }

    String text() {
      line("<!-- godmode " + Untrusted.link(review.system()) + " -->");
      line("### godmode on " + markdown(review.system()) + ": " + review.verdictWords());
      line("");
      line(summary());
      findings();
      known();
      accepted();
      open();
      checklist();
      unread();
      return out.toString();
    }

    private String summary() {
      long stopping = fresh.stream().filter(gate::stops).count();
      String merge =
          stopping == 0
              ? "Nothing stops this change."
              : Values.count(stopping, "finding")
                  + (stopping == 1 ? " stops" : " stop")
                  + " this change.";
      return merge
          + " "
          + Values.count(fresh.size(), "new finding")
          + ", "
          + known.size()
          + " known, "
          + accepted.size()
          + " accepted; "
          + review.passed()
          + " of "
          + review.applicable()
          + " checks pass.";
    }

    private void findings() {
      List<FindingGroup> groups = FindingGroup.of(fresh);
      int told = 0;
      for (FindingGroup group : groups.subList(0, Math.min(groups.size(), FOLDS_MAX))) {
        if (group.isSingle()) {
          finding(group.first());
        } else {
          several(group);
        }
        told += Math.min(group.findings().size(), ALIKE_MAX);
      }
      if (fresh.size() > told) {
        line("");
        line("and " + (fresh.size() - told) + " more, which the other formats hold.");
      }
    }

    /** Findings that differ in their subject only: a list of them, and the rest once. */
    private void several(FindingGroup group) {
      Finding first = group.first();
      List<Finding> alike = group.findings();
      fold(
          "<b>"
              + first.severity().word()
              + "</b> "
              + html(first.what())
              + ", and "
              + (alike.size() - 1)
              + " more of <code>"
              + html(first.rule())
              + "</code>");
      about(first, Values.count(alike.size(), "subject"));
      for (Finding finding : alike.subList(0, Math.min(alike.size(), ALIKE_MAX))) {
        // another bullet than below, or both lists become one with gaps between its items
        line("* " + markdown(finding.what()) + places(finding));
      }
      line("");
      line("- why: " + markdown(first.because()));
      if (group.hasOneFix()) {
        line("- fix: " + markdown(first.fix() + " The others likewise."));
      } else {
        alike.stream()
            .map(Finding::fix)
            .distinct()
            .limit(ALIKE_MAX)
            .forEach(fix -> line("- fix: " + markdown(fix)));
      }
      alike.stream()
          .filter(finding -> finding.counterexample().isPresent())
          .findFirst()
          .ifPresent(finding -> story(finding, finding.counterexample().orElseThrow()));
      further(first);
    }

    private static String places(Finding finding) {
      List<Place> places = finding.places();
      if (places.isEmpty()) {
        return "";
      }
      int more = places.size() - 1;
      return " <code>"
          + markdown(places.get(0).toString())
          + "</code>"
          + (more == 0 ? "" : " and " + Values.count(more, "more place"));
    }

    private void about(Finding finding, String subject) {
      line(
          "`"
              + finding.rule()
              + "` on "
              + subject
              + ", confidence "
              + finding.confidence().word()
              + ", in "
              + markdown(Rows.words(finding.environments())));
      line("");
    }

    private void further(Finding finding) {
      line("- to read on, or to accept it: `godmode explain " + finding.rule() + "`");
      unfold();
    }

    private void finding(Finding finding) {
      String where = finding.places().isEmpty() ? "" : " " + code(finding.places().get(0));
      fold("<b>" + finding.severity().word() + "</b> " + html(finding.what()) + where);
      about(finding, markdown(finding.subject()));
      if (finding.places().size() > 1) {
        line(
            "- where: "
                + finding.places().stream()
                    .map(place -> "<code>" + markdown(place.toString()) + "</code>")
                    .collect(Collectors.joining(", ")));
      }
      line("- why: " + markdown(finding.because()));
      line("- fix: " + markdown(finding.fix()));
      finding.counterexample().ifPresent(how -> story(finding, how));
      further(finding);
    }

    /** Told once for each rule, so that a comment with many findings stays short enough. */
    private void story(Finding finding, Counterexample how) {
      if (!told.add(finding.rule())) {
        return;
      }
      line("- how it goes wrong, in " + Values.count(how.steps().size(), "step") + ":");
      List<Beat> beats = Beat.of(how);
      for (Beat beat : beats.subList(0, Math.min(beats.size(), BEATS_MAX))) {
        String change = beat.change().isEmpty() ? "" : " (" + beat.change() + ")";
        line("  " + beat.number() + ". " + markdown(beat.sentence() + change));
      }
      if (beats.size() > BEATS_MAX) {
        line("  - and " + (beats.size() - BEATS_MAX) + " more");
      }
      line("");
      line("  **" + markdown(how.ending()) + "** " + tried(how));
    }

    private static String tried(Counterexample how) {
      return "Shortest of all schedules with " + markdown(how.boundsLine()) + ".";
    }

    private void known() {
      rows(
          Values.count(known.size(), "known finding"),
          List.of("severity", "rule", "subject"),
          known.stream().map(f -> List.of(f.severity().word(), f.rule(), f.subject())).toList());
    }

    private void accepted() {
      rows(
          Values.count(accepted.size(), "accepted finding"),
          List.of("rule", "subject", "because", "owner", "until"),
          accepted.stream()
              .map(
                  a ->
                      List.of(
                          a.finding().rule(),
                          a.finding().subject(),
                          a.acceptance().because(),
                          a.acceptance().owner(),
                          a.acceptance().until().map(Object::toString).orElse("")))
              .toList());
    }

    private void open() {
      List<OpenDecision> open =
          review.open().stream()
              .filter(decision -> decision.items().stream().anyMatch(items::contains))
              .toList();
      rows(
          Values.count(open.size(), "open decision"),
          List.of("question", "where the record holds the answer"),
          open.stream().map(decision -> List.of(decision.question(), decision.path())).toList());
    }

    private void checklist() {
      List<ChecklistRow> rows =
          review.checklist().stream().filter(row -> items.contains(row.item())).toList();
      rows(
          "Checklist",
          List.of("item", "status", "because"),
          rows.stream()
              .map(row -> List.of(row.item().id(), row.status().word(), row.because()))
              .toList());
    }

    private void unread() {
      rows(
          Values.count(review.topology().unread().size(), "place") + " not read",
          List.of("where", "why"),
          review.topology().unread().stream()
              .map(gap -> List.of(gap.at().toString(), gap.why()))
              .toList());
    }

    private void rows(String title, List<String> heads, List<List<String>> rows) {
      if (rows.isEmpty()) {
        return;
      }
      fold(title);
      line("| " + String.join(" | ", heads) + " |");
      line("|" + "---|".repeat(heads.size()));
      for (List<String> row : rows.subList(0, Math.min(rows.size(), ROWS_MAX))) {
        line("| " + row.stream().map(Comment::markdown).collect(Collectors.joining(" | ")) + " |");
      }
      if (rows.size() > ROWS_MAX) {
        line("");
        line("and " + (rows.size() - ROWS_MAX) + " more.");
      }
      unfold();
    }

    private void fold(String summary) {
      line("");
      line("<details><summary>" + summary + "</summary>");
      line("");
    }

    private void unfold() {
      line("");
      line("</details>");
    }

    private void line(String text) {
      out.append(text).append('\n');
    }

    private static String markdown(String text) {
      return unlinked(Untrusted.markdown(text));
    }

    /** Inside a line of HTML, where Markdown has no meaning. */
    private static String html(String text) {
      return unlinked(
          Untrusted.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String code(Place place) {
      return "<code>" + html(place.toString()) + "</code>";
    }

    /** A name notifies nobody and refers to no other pull request. */
    private static String unlinked(String text) {
      return text.replaceAll("@(?=\\w)", "@<!-- -->")
          .replaceAll("(?<!&)#(?=\\d)", "#<!-- -->")
          .replaceAll("\\b([Gg][Hh])-(?=\\d)", "$1-<!-- -->");
    }
  }
}
