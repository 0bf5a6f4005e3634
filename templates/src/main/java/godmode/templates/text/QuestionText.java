package godmode.templates.text;

import godmode.core.decide.Recommendation;
import godmode.core.fact.Place;
import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Aspects.Aspect;
import godmode.core.interview.Choice;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.report.ReportRequest;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A question to a person at a terminal: what is asked, what was seen, what may be answered. */
public final class QuestionText {
  /** What is chosen where nobody knows. */
  public static final String NOT_KNOWN = "don't know";

  private static final int FACTS_SHOWN = 6;
  private static final int INDENT = 4;

  private QuestionText() {}

  /** What is asked, why now, and what was seen about it. */
  public static String head(Question question, Progress progress, ReportRequest request) {
    Page page = Page.of(request);
    Ink ink = page.ink();
    String label =
        "["
            + progress.number()
            + " of about "
            + Math.max(progress.number(), progress.about())
            + "]";
    page.blank();
    page.item(ink::faint, label, label.length() + 1, ink::strong, question.sentence());
    if (!progress.remark().isEmpty()) {
      page.paragraph(ink::warn, INDENT, progress.remark());
    }
    seen(question.detected(), page);
    page.paragraph(ink::faint, INDENT, question.waiting() + "; ? says why it is asked");
    return page.toString();
  }

  /** What was seen, each fact once, with the first place that says it. */
  private static void seen(List<Ground> grounds, Page page) {
    Map<String, List<Place>> places = new LinkedHashMap<>();
    for (Ground ground : grounds) {
      List<Place> at = places.computeIfAbsent(ground.text(), text -> new ArrayList<>());
      ground.origin().place().filter(place -> !at.contains(place)).ifPresent(at::add);
    }
    int shown = places.size() == FACTS_SHOWN + 1 ? places.size() : FACTS_SHOWN;
    int widest = places.keySet().stream().limit(shown).mapToInt(Page::width).max().orElse(0);
    places.entrySet().stream()
        .limit(shown)
        .forEach(
            fact -> {
              String gap = " ".repeat(widest - Page.width(fact.getKey()) + 2);
              String text = fact.getKey() + (fact.getValue().isEmpty() ? "" : gap);
              int room = page.columns() - INDENT - Page.width(text);
              page.painted(
                  page.ink()::faint, " ".repeat(INDENT) + text + first(fact.getValue(), room));
            });
    if (places.size() > shown) {
      page.paragraph(page.ink()::faint, INDENT, "and " + (places.size() - shown) + " more");
    }
  }

  private static String first(List<Place> places, int room) {
    if (places.isEmpty()) {
      return "";
    }
    String more = places.size() > 1 ? " and " + (places.size() - 1) + " more" : "";
    return Page.tail(places.get(0).toString(), Math.max(12, room - more.length())) + more;
  }

  /** A question within a screen that asks several. */
  public static String sentence(Field field, ReportRequest request) {
    return Page.of(request).blank().append(indented(field.sentence(), request)).toString();
  }

  private static String indented(String text, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(page.ink()::strong, INDENT, text);
    return page.toString();
  }

  /**
   * The legal answers, each as one or more lines; the last is for who does not know.
   *
   * @param numbered whether each is numbered, from 1, and the last 0
   */
  public static List<String> choices(
      Field field, boolean mayNotKnow, boolean numbered, ReportRequest request) {
    int widest = field.choices().stream().mapToInt(it -> Page.width(it.value())).max().orElse(0);
    if (mayNotKnow) {
      widest = Math.max(widest, NOT_KNOWN.length());
    }
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (Choice choice : field.choices()) {
      lines.add(choice(number, choice.value(), choice.label(), widest, numbered, request));
      number++;
    }
    if (mayNotKnow) {
      String label = "takes " + field.safe() + ", and notes an open risk";
      lines.add(choice(0, NOT_KNOWN, label, widest, numbered, request));
    }
    return lines;
  }

  private static String choice(
      int number, String value, String label, int widest, boolean numbered, ReportRequest request) {
    Page page = Page.of(request);
    String count = numbered ? (number > 9 ? "" : " ") + number + " " : "";
    String before = " ".repeat(numbered ? INDENT - 1 : INDENT) + count + value;
    page.item(before, INDENT + count.length() + widest + 1, label);
    return page.toString().stripTrailing();
  }

  /** What Enter takes, or what an answer may look like. */
  public static String hint(Field field, ReportRequest request) {
    Page page = Page.of(request);
    if (field.choices().isEmpty() && !field.example().isEmpty()) {
      page.paragraph(INDENT, "for example: " + field.example());
    }
    if (field.proposal().isEmpty() && field.role() == Field.Role.OPTIONAL) {
      page.paragraph(INDENT, "Enter leaves it out.");
    }
    field
        .proposal()
        .map(
            it -> field.role() == Field.Role.REVIEW ? it.value() : it.value() + ": " + it.because())
        .ifPresent(it -> page.paragraph(page.ink()::good, INDENT, "Enter takes " + it));
    return page.toString();
  }

  /**
   * A line of a form.
   *
   * @param column where values begin, counted from the label
   */
  public record Row(String label, String value, int column) {
    private String item(String before, ReportRequest request) {
      Page page = Page.of(request);
      String name = before + Page.cell(label, column);
      page.item(name, before.length() + column + 2, value);
      return page.toString();
    }
  }

  /** The lines of a form: what each field says now. */
  public static List<Row> rows(
      List<Field> fields, Map<String, String> said, ReportRequest request) {
    int widest = fields.stream().mapToInt(field -> Page.width(field.label())).max().orElse(0);
    int column = Math.min(widest, request.columns() / 3);
    List<Row> rows = new ArrayList<>();
    for (Field field : fields) {
      String now = said.getOrDefault(field.path(), "");
      String none = field.role() == Field.Role.OPTIONAL ? "-" : "?";
      rows.add(new Row(field.label(), now.isEmpty() ? none : now + drafted(field, now), column));
    }
    return rows;
  }

  /** What is accepted, where that is a draft. */
  private static String drafted(Field field, String now) {
    boolean accepted = field.role() == Field.Role.REVIEW && now.equals("accepted");
    return accepted ? field.proposal().map(it -> ": " + it.because()).orElse("") : "";
  }

  /** The rows of a form with their numbers. */
  public static String form(List<Row> rows, ReportRequest request) {
    StringBuilder form = new StringBuilder();
    int number = 1;
    for (Row row : rows) {
      form.append(row.item(String.format(Locale.ROOT, "    %2d  ", number), request));
      number++;
    }
    return form.toString();
  }

  /** The rows of a form without numbers, one item for each. */
  public static List<String> items(List<Row> rows, ReportRequest request) {
    return rows.stream().map(row -> row.item("    ", request).stripTrailing()).toList();
  }

  /** The rows of a form that was taken as it stands. */
  public static String taken(List<Row> rows, ReportRequest request) {
    return rows.stream().map(row -> row.item("    > ", request)).collect(Collectors.joining());
  }

  /** Why a question is asked, and where the answer goes. */
  public static String why(Question question, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(INDENT, question.topic().explanation());
    if (!question.rules().isEmpty()) {
      page.paragraph(
          INDENT, "Rules: " + String.join(", ", question.rules()) + " ('godmode explain RULE').");
    }
    if (!question.rows().isEmpty()) {
      page.paragraph(INDENT, "Recommendations: " + String.join(", ", question.rows()) + ".");
    }
    List<String> paths = question.fields().stream().map(Field::path).limit(FACTS_SHOWN).toList();
    page.paragraph(INDENT, "The design record holds it as " + String.join(", ", paths) + ".");
    page.paragraph(
        INDENT,
        "< goes back, q ends here and keeps what was said, Ctrl-D leaves it open, Ctrl-C stops.");
    return page.toString();
  }

  /** A recommendation with everything behind it. */
  public static String advice(Recommendation it, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(page.ink()::strong, INDENT, it.choice());
    page.paragraph(INDENT, it.because());
    it.rejected()
        .forEach(other -> page.item("    not", INDENT + 4, other.what() + ": " + other.why()));
    page.item("    see", INDENT + 4, String.join("; ", it.sources()));
    return page.toString();
  }

  /** What follows from an answer: what to do, and the first thing that was rejected. */
  public static String follows(List<Recommendation> all, ReportRequest request) {
    Page page = Page.of(request);
    int shown = 0;
    for (Recommendation it : all) {
      if (shown < 3) {
        page.item(page.ink()::good, "    So:", INDENT + 4, page.ink()::good, it.choice());
        it.rejected().stream()
            .findFirst()
            .ifPresent(
                other ->
                    page.item(
                        page.ink()::faint,
                        "    not",
                        INDENT + 4,
                        page.ink()::faint,
                        other.what() + ": " + other.why()));
      }
      shown++;
    }
    if (shown > 3) {
      page.paragraph(page.ink()::faint, INDENT, "and " + (shown - 3) + " more like it");
    }
    return page.toString();
  }

  /** How each aspect of the design stands, and what to revise. */
  public static String aspects(List<Aspect> aspects, ReportRequest request) {
    Page page = Page.of(request);
    page.blank();
    page.paragraph(page.ink()::strong, INDENT, "Where the design stands");
    int widest = aspects.stream().mapToInt(it -> it.name().length()).max().orElse(0);
    for (Aspect it : aspects) {
      Page.Paint ink =
          switch (it.state()) {
            case KEEP -> page.ink()::good;
            case OPEN -> page.ink()::faint;
            case DISCARD, CRASH -> page.ink()::warn;
          };
      String state = String.format(Locale.ROOT, "    %-7s  ", it.state());
      String name = String.format(Locale.ROOT, "%-" + widest + "s  ", it.name());
      page.item(ink, state + name, state.length() + name.length(), Page.Paint.NONE, it.because());
    }
    return page.toString();
  }

  /** What stands before the cursor. */
  public static String prompt(Optional<String> proposal) {
    return "    "
        + proposal.filter(it -> it.length() <= 24).map(it -> "[" + it + "] ").orElse("")
        + "> ";
  }

  /** A remark between questions, such as why an answer was refused. */
  public static String remark(String text, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(page.ink()::warn, INDENT, text);
    return page.toString();
  }
}
