package godmode.cli;

import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Choice;
import godmode.core.interview.Choices;
import godmode.core.interview.Field;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question;
import godmode.core.interview.Reply;
import godmode.core.interview.Reply.Given;
import godmode.core.interview.Reply.How;
import godmode.core.report.ReportRequest;
import godmode.templates.text.QuestionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One question on a screen: a field or two one after the other, or a form of several. */
final class Screen {
  /** More fields than this are shown as a form. */
  private static final int ALONE_MAX = 2;

  private final Question question;
  private final Progress progress;
  private final Prompt prompt;
  private final ReportRequest page;
  private final Consumer<String> out;
  private final ScreenAnswers answers;

  Screen(
      Question question,
      Progress progress,
      Prompt prompt,
      ReportRequest page,
      Consumer<String> out) {
    this.question = question;
    this.progress = progress;
    this.prompt = prompt;
    this.page = page;
    this.out = out;
    this.answers = new ScreenAnswers(question, progress, prompt, page, out);
  }

  /** What the person does with the question. */
  Reply reply() {
    return question.fields().size() > ALONE_MAX ? form() : oneByOne(question.fields());
  }

  /** Asks each field; going back leads to the field before, and from the first one away. */
  private Reply oneByOne(List<Field> fields) {
    int at = 0;
    while (at < fields.size()) {
      Field field = fields.get(at);
      if (question.applies(field, answers.texts())) {
        if (question.fields().size() > 1) {
          out.accept(QuestionText.sentence(field, page));
        }
        Optional<Reply> other = one(field);
        if (other.isPresent() && (other.get() != Reply.BACK || at == 0)) {
          return other.get();
        }
        if (other.isPresent()) {
          at = at - 2;
        }
      }
      at = Math.max(0, at + 1);
    }
    return new Reply.Said(answers.said());
  }

  /** Hears one field; gives what the person does instead, if anything. */
  private Optional<Reply> one(Field field) {
    boolean first = true;
    while (true) {
      Prompt.Heard heard = hear(field, first);
      first = heard.command().filter(Prompt.Command.EXPLAIN::equals).isPresent();
      if (heard.command().isPresent()) {
        Optional<Reply> reply = command(heard.command().get(), field);
        boolean known = heard.command().get() == Prompt.Command.NOT_KNOWN && answers.has(field);
        if (reply.isPresent() || known) {
          return reply;
        }
      } else if (answers.take(field, heard.text())) {
        return Optional.empty();
      }
    }
  }

  /**
   * Hears one answer.
   *
   * @param first whether what may be said is shown; not again after each answer that is none
   */
  private Prompt.Heard hear(Field field, boolean first) {
    Optional<String> now = Optional.of(answers.now(field)).filter(text -> !text.isEmpty());
    String hint =
        answers.has(field)
            ? QuestionText.remark("Enter keeps " + answers.now(field) + ".", page)
            : QuestionText.hint(field, page);
    if (prompt.marks()) {
      out.accept(first ? hint.replaceFirst("Enter takes", "proposed:") : "");
    }
    if (field.choices().isEmpty() && prompt.marks()) {
      return prompt.line(QuestionText.prompt(Optional.empty()), now.orElse(""));
    }
    if (field.choices().isEmpty() || (!first && !prompt.marks())) {
      out.accept(first ? hint : "");
      return prompt.line(QuestionText.prompt(now), "");
    }
    List<String> values = field.choices().stream().map(Choice::value).toList();
    int cursor = now.map(value -> values.indexOf(word(value))).orElse(-1);
    return prompt.choose(
        QuestionText.choices(field, answers.mayNotKnow(field), true, page),
        cursor,
        hint,
        QuestionText.prompt(now));
  }

  /** The first word of a value that has a bound behind it. */
  private static String word(String value) {
    return value.startsWith(Choices.STALE) ? Choices.STALE : value;
  }

  private Optional<Reply> command(Prompt.Command command, Field field) {
    switch (command) {
      case EXPLAIN -> out.accept(QuestionText.why(question, page));
      case BACK -> {
        if (progress.first() && field.equals(question.fields().get(0))) {
          out.accept(QuestionText.remark("This is the first question.", page));
          return Optional.empty();
        }
        return Optional.of(Reply.BACK);
      }
      case LEAVE -> {
        return leave();
      }
      case ENOUGH -> {
        return Optional.of(Reply.ENOUGH);
      }
      case NOT_KNOWN -> answers.notKnown(field);
    }
    return Optional.empty();
  }

  private int ends;

  /** The gate cannot be left; an input that has ended is not asked for ever. */
  private Optional<Reply> leave() {
    ends++;
    if (!question.gate()) {
      return Optional.of(Reply.LEFT);
    }
    if (ends > 2) {
      return Optional.of(Reply.ENOUGH);
    }
    out.accept(
        QuestionText.remark(
            "This one cannot be left open: nothing is designed before it is answered. Ctrl-C"
                + " stops, and keeps what you have said.",
            page));
    return Optional.empty();
  }

  /** A form: everything as it is proposed, to be taken as a whole or changed line by line. */
  private Reply form() {
    boolean first = true;
    Map<String, String> shown = new LinkedHashMap<>();
    question.fields().forEach(f -> f.proposal().ifPresent(it -> shown.put(f.path(), it.value())));
    while (true) {
      shown.putAll(answers.texts());
      List<Field> fields =
          question.fields().stream().filter(f -> question.applies(f, shown)).toList();
      List<Field> missing =
          fields.stream()
              .filter(f -> f.role() == Role.NEEDED && !shown.containsKey(f.path()))
              .toList();
      if (first && shown.isEmpty() && !missing.isEmpty()) {
        return oneByOne(question.fields());
      }
      first = false;
      Prompt.Heard heard = heard(fields, missing, shown);
      if (heard.command().isPresent()) {
        if (heard.command().get() == Prompt.Command.NOT_KNOWN) {
          return question.gate() ? new Reply.Said(answers.said()) : Reply.NOT_KNOWN;
        }
        Optional<Reply> reply = command(heard.command().get(), question.fields().get(0));
        if (reply.isPresent()) {
          return reply.get();
        }
      } else {
        Optional<Integer> row = row(heard.text(), fields.size());
        if (row.isPresent()) {
          change(fields.get(row.get() - 1));
        } else if (!heard.text().isEmpty()) {
          out.accept(
              QuestionText.remark(
                  "Type a number from 1 to " + fields.size() + ", or press Enter.", page));
        } else if (missing.isEmpty()) {
          if (prompt.marks()) {
            out.accept(QuestionText.taken(QuestionText.rows(fields, shown, page), page));
          }
          return new Reply.Said(answers.all(fields));
        } else {
          Optional<Reply> other = fill(missing);
          if (other.isPresent()) {
            return other.get();
          }
        }
      }
    }
  }

  private Prompt.Heard heard(List<Field> fields, List<Field> missing, Map<String, String> shown) {
    List<QuestionText.Row> rows = QuestionText.rows(fields, shown, page);
    String enter =
        missing.isEmpty()
            ? "Enter takes it as shown; a number changes a line."
            : "Enter goes on with what is missing (?); a number changes a line.";
    if (!prompt.marks()) {
      out.accept(QuestionText.form(rows, page));
      out.accept(QuestionText.remark(enter, page));
      return prompt.line("    > ", "");
    }
    List<String> items = new ArrayList<>();
    items.add(missing.isEmpty() ? "    take it as shown" : "    go on with what is missing (?)");
    items.addAll(QuestionText.items(rows, page));
    Prompt.Heard heard = prompt.choose(items, 0, "", "");
    if (heard.command().isPresent() || !heard.text().matches("\\d{1,3}")) {
      return heard;
    }
    int item = Integer.parseInt(heard.text());
    return Prompt.Heard.text(item <= 1 ? "" : Integer.toString(item - 1));
  }

  private static Optional<Integer> row(String text, int rows) {
    if (!text.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number >= 1 && number <= rows ? Optional.of(number) : Optional.empty();
  }

  /** Asks for what has no value yet; gives what the person does instead, if anything. */
  private Optional<Reply> fill(List<Field> missing) {
    for (Field field : missing) {
      if (question.applies(field, answers.texts())) {
        out.accept(QuestionText.sentence(field, page));
        Optional<Reply> other = one(field);
        if (other.isPresent()) {
          return other.filter(reply -> reply != Reply.BACK);
        }
      }
    }
    return Optional.empty();
  }

  private void change(Field field) {
    if (field.role() == Role.CHOICE) {
      disagree(field);
      return;
    }
    out.accept(QuestionText.sentence(field, page));
    one(field);
  }

  /** Another choice than the recommended one, with its reason. */
  private void disagree(Field field) {
    question.advice(field).ifPresent(advice -> out.accept(QuestionText.advice(advice, page)));
    Prompt.Heard instead = prompt.line("    what instead? Enter keeps it > ", "");
    if (instead.command().isPresent() || instead.text().isEmpty()) {
      return;
    }
    Optional<String> problem = progress.check().problem(field.path(), instead.text());
    if (problem.isPresent()) {
      out.accept(QuestionText.remark(problem.get(), page));
      return;
    }
    String why = "";
    while (why.isEmpty()) {
      Prompt.Heard heard = prompt.line("    and why? > ", "");
      if (heard.command().isPresent()) {
        return;
      }
      why = heard.text();
    }
    answers.said().put(field.path(), new Given(instead.text(), How.ANSWERED, why));
  }
}
