package godmode.cli;

import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Choices;
import godmode.core.interview.Field;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question;
import godmode.core.interview.Question.Proposal;
import godmode.core.interview.Reply.Given;
import godmode.core.interview.Reply.How;
import godmode.core.report.ReportRequest;
import godmode.templates.text.QuestionText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is said on one screen: each answer checked, taken, and shown in one line. */
final class ScreenAnswers {
  private final Question question;
  private final Progress progress;
  private final Prompt prompt;
  private final ReportRequest page;
  private final Consumer<String> out;
  private final Map<String, Given> said = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();

  ScreenAnswers(
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
  }

  /** Every answer by its path. */
  Map<String, Given> said() {
    return said;
  }

  boolean has(Field field) {
    return said.containsKey(field.path());
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    said.forEach((path, given) -> texts.put(path, given.text()));
    return texts;
  }

  /** What was said, and what was proposed for the rest. */
  Map<String, Given> all(List<Field> fields) {
    Map<String, Given> all = new LinkedHashMap<>();
    for (Field field : fields) {
      Given given = said.get(field.path());
      if (given != null) {
        all.put(field.path(), given);
      } else {
        field
            .proposal()
            .ifPresent(it -> all.put(field.path(), new Given(it.value(), How.CONFIRMED, "")));
      }
    }
    return all;
  }

  /** What there is to edit: what was refused, else what was said, else what is proposed. */
  String now(Field field) {
    Given given = said.get(field.path());
    String taken = given == null ? field.proposal().map(Proposal::value).orElse("") : given.text();
    return refused.getOrDefault(field.path(), taken);
  }

  boolean mayNotKnow(Field field) {
    return !question.gate() && !field.safe().isEmpty();
  }

  void notKnown(Field field) {
    if (mayNotKnow(field)) {
      said.put(field.path(), new Given(field.safe(), How.ASSUMED, ""));
      show(field);
      remark("Taken as " + field.safe() + ", and noted as an open risk.");
    } else {
      remark(
          question.gate()
              ? "This is the one thing that nobody else can know. What must hold?"
              : "There is no safe value to assume here.");
    }
  }

  /** Whether a text could be taken. */
  boolean take(Field field, String text) {
    if (text.isEmpty()) {
      return takeEmpty(field);
    }
    Optional<String> chosen = chosen(field, text);
    if (chosen.isEmpty()) {
      return has(field);
    }
    Optional<String> whole = bounded(field, chosen.get());
    return whole.isPresent() && takeWhole(field, whole.get());
  }

  private boolean takeWhole(Field field, String value) {
    Optional<String> problem = progress.check().problem(field.path(), value);
    if (problem.isPresent()) {
      remark(problem.get());
      if (prompt.marks() && field.choices().isEmpty()) {
        refused.put(field.path(), value);
      }
      return false;
    }
    refused.remove(field.path());
    boolean proposed = field.proposal().filter(it -> it.value().equals(value)).isPresent();
    said.put(field.path(), new Given(value, proposed ? How.CONFIRMED : How.ANSWERED, ""));
    show(field);
    return true;
  }

  /** A value that needs a bound gets it. */
  private Optional<String> bounded(Field field, String value) {
    if (!value.equals(Choices.STALE)) {
      return Optional.of(value);
    }
    String before = now(field);
    String bound =
        before.startsWith(Choices.STALE) ? before.substring(Choices.STALE.length()).strip() : "";
    String heard = prompt.line("    how old at most, such as 5s > ", bound).text().strip();
    return heard.isEmpty() ? Optional.empty() : Optional.of(value + " " + heard);
  }

  /** Enter alone. A line that held something was emptied on purpose, and that is no answer. */
  private boolean takeEmpty(Field field) {
    boolean emptied = prompt.marks() && field.choices().isEmpty() && !now(field).isEmpty();
    refused.remove(field.path());
    if (emptied && field.role() != Role.OPTIONAL) {
      remark("An answer is needed here.");
      return false;
    }
    if (!emptied && has(field)) {
      show(field);
      return true;
    }
    if (field.proposal().isPresent()) {
      return take(field, field.proposal().get().value());
    }
    if (field.role() == Role.OPTIONAL) {
      said.remove(field.path());
      show(field);
      return true;
    }
    remark("Nothing is proposed here, so an answer is needed.");
    return false;
  }

  /** The value of a number; a text as it is. Nothing where the number is that of not knowing. */
  private Optional<String> chosen(Field field, String text) {
    if (!field.choices().isEmpty() && text.matches("\\d{1,2}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= field.choices().size()) {
        return Optional.of(field.choices().get(number - 1).value());
      }
      if (mayNotKnow(field) && (number == 0 || number == field.choices().size() + 1)) {
        notKnown(field);
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** What was asked and what was taken, in one line. */
  private void show(Field field) {
    Map<String, String> taken = new LinkedHashMap<>();
    all(List.of(field)).forEach((path, given) -> taken.put(path, given.text()));
    out.accept(QuestionText.taken(QuestionText.rows(List.of(field), taken, page), page));
  }

  private void remark(String text) {
    out.accept(QuestionText.remark(text, page));
  }
}
