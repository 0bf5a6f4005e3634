package godmode.templates.text;

import godmode.core.fact.Place;
import godmode.core.interview.Choice;
import godmode.core.interview.Question;
import godmode.core.report.ReportRequest;
import godmode.core.review.Ground;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question to a person at a terminal: what is asked, what was seen, what may be answered. */
public final class QuestionText {
  private static final int FACTS_SHOWN = 8;
  private static final int INDENT = 4;

  private QuestionText() {}

  /**
   * The question, without a prompt.
   *
   * @param number of this question in the session, from 1
   * @param about how many there will be, as far as is known now; an answer can open or close others
   * @param facts whether to show what was seen: not where the question before showed the same
   */
  public static String of(
      Question question, int number, int about, boolean facts, ReportRequest request) {
    Page page = Page.of(request);
    Ink ink = page.ink();
    String progress = number + " of about " + Math.max(number, about);
    page.blank();
    page.item(
        ink::faint, "[" + progress + "]", progress.length() + 3, ink::strong, question.sentence());
    if (facts) {
      seen(question.detected(), page);
    }
    choices(question.choices(), page);
    if (question.choices().isEmpty() && !question.example().isEmpty()) {
      page.paragraph(INDENT, "for example: " + question.example());
    }
    question
        .proposal()
        .ifPresent(
            proposal ->
                page.paragraph(
                    ink::good,
                    INDENT,
                    "Enter takes " + proposal.value() + ": " + proposal.because()));
    return page.toString();
  }

  /** What was seen, each fact once, with the first place that says it. */
  private static void seen(List<Ground> grounds, Page page) {
    Map<String, List<Place>> places = new LinkedHashMap<>();
    for (Ground ground : grounds) {
      List<Place> at = places.computeIfAbsent(ground.text(), text -> new ArrayList<>());
      ground.origin().place().filter(place -> !at.contains(place)).ifPresent(at::add);
    }
    int widest = places.keySet().stream().mapToInt(Page::width).max().orElse(0);
    places.entrySet().stream()
        .limit(FACTS_SHOWN)
        .forEach(
            fact -> {
              String gap = " ".repeat(widest - Page.width(fact.getKey()) + 2);
              String text = fact.getKey() + (fact.getValue().isEmpty() ? "" : gap);
              page.paragraph(page.ink()::faint, INDENT, text + first(fact.getValue()));
            });
    if (places.size() > FACTS_SHOWN) {
      page.paragraph(page.ink()::faint, INDENT, "and " + (places.size() - FACTS_SHOWN) + " more");
    }
  }

  private static String first(List<Place> places) {
    String more = places.size() > 1 ? " and " + (places.size() - 1) + " more" : "";
    return places.isEmpty() ? "" : places.get(0) + more;
  }

  private static void choices(List<Choice> choices, Page page) {
    int widest = choices.stream().mapToInt(choice -> Page.width(choice.value())).max().orElse(0);
    int number = 1;
    for (Choice choice : choices) {
      String label = " ".repeat(INDENT - (number > 9 ? 1 : 0)) + number + " " + choice.value();
      page.item(label, INDENT + 2 + widest + 2, choice.label());
      number++;
    }
  }

  /** Why a question is asked, and where the answer goes. */
  public static String why(Question question, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(INDENT, question.why() + " ('godmode explain RULE' says what each is about).");
    page.paragraph(INDENT, "The design record holds the answer as " + question.path() + ".");
    return page.toString();
  }

  /** What stands before the cursor. */
  public static String prompt(Question question) {
    Optional<String> proposal = question.proposal().map(Question.Proposal::value);
    return "    " + proposal.map(value -> "[" + value + "] ").orElse("") + "> ";
  }

  /** A remark between questions, such as why an answer was refused. */
  public static String remark(String text, ReportRequest request) {
    Page page = Page.of(request);
    page.paragraph(page.ink()::warn, INDENT, text);
    return page.toString();
  }
}
