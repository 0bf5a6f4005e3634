package godmode.engine;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.core.review.Acceptance;
import godmode.core.review.Finding;
import godmode.core.review.Notice;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acceptances that stand as comments in the files themselves: {@code # godmode:accept RULE because
 * …}, or {@code … RULE until 2027-01-31 because …}. Such a comment is about its own line where
 * something else stands on it, and else about the next line with something on it.
 *
 * @param acceptances in the order of the files and lines
 * @param notices about comments that mean to accept something and do not
 */
record InlineAcceptances(List<Acceptance> acceptances, List<Notice> notices) {
  private static final Pattern MARK =
      Pattern.compile("(?:#|//|/\\*|\\*|<!--|!)\\s*godmode:accept\\b(.*)$");
  private static final Pattern FORM =
      Pattern.compile(
          "\\s+([a-z0-9-]+)(?:\\s+until\\s+(\\S+))?\\s+because\\s+(\\S.*?)\\s*(?:\\*/|-->)?\\s*");
  private static final Pattern COMMENT_OR_BLANK =
      Pattern.compile("\\s*(?:(?:#|//|/\\*|\\*|<!--|!).*)?");
  private static final String EXAMPLE = "write '# godmode:accept RULE because …'";

  /** What the files say at which findings point. */
  static InlineAcceptances of(
      RepositorySnapshot snapshot, List<Finding> findings, RuleNames rules) {
    SortedSet<String> files = new TreeSet<>();
    findings.forEach(finding -> finding.places().forEach(place -> files.add(place.file())));
    List<Acceptance> acceptances = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (String file : files) {
      snapshot
          .file(file)
          .flatMap(SourceFile::text)
          .filter(text -> text.contains("godmode:accept"))
          .ifPresent(text -> read(file, text, rules, acceptances, notices));
    }
    return new InlineAcceptances(List.copyOf(acceptances), List.copyOf(notices));
  }

  private static void read(
      String file,
      String text,
      RuleNames rules,
      List<Acceptance> acceptances,
      List<Notice> notices) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        Place at = new Place(file, i + 1, mark.start() + 1);
        Matcher form = FORM.matcher(mark.group(1));
        if (form.matches()) {
          boolean alone = lines.get(i).substring(0, mark.start()).isBlank();
          int line = alone ? next(lines, i) : i + 1;
          accept(form, at, line, rules, acceptances, notices);
        } else {
          notices.add(new Notice(at + ": this accepts nothing; " + EXAMPLE, false));
        }
      }
    }
  }

  private static void accept(
      Matcher form,
      Place at,
      int line,
      RuleNames rules,
      List<Acceptance> acceptances,
      List<Notice> notices) {
    Optional<Rule> rule = rules.find(form.group(1));
    if (rule.isEmpty()) {
      notices.add(new Notice(at + ": " + rules.unknown(form.group(1)), false));
      return;
    }
    Optional<LocalDate> until;
    try {
      until = Optional.ofNullable(form.group(2)).map(LocalDate::parse);
    } catch (DateTimeException noDay) {
      notices.add(
          new Notice(at + ": '" + form.group(2) + "' is no day; write it as 2027-01-31", false));
      return;
    }
    acceptances.add(
        new Acceptance(
            Rules.name(rule.get()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(at.file()),
            Optional.of(line),
            form.group(3),
            "",
            until,
            at));
  }

  /** The number of the next line that says something. */
  private static int next(List<String> lines, int comment) {
    for (int i = comment + 1; i < lines.size(); i++) {
      if (!COMMENT_OR_BLANK.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return comment + 1;
  }
}
