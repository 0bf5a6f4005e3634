package godmode.engine;

import godmode.core.decide.Recommendation;
import godmode.core.fact.Place;
import godmode.core.interview.Derived;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.interview.Reply.Given;
import godmode.core.interview.Reply.How;
import godmode.core.interview.Topic;
import godmode.record.RecordWriter.Note;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What replies mean for the design record. */
final class ReplyValues {
  private static final int PLACES_NOTED = 3;

  private ReplyValues() {}

  /** The safe values of what a screen asks; open risks. */
  static Map<String, Given> safe(Question question) {
    Map<String, Given> said = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field field : question.fields()) {
      if (!field.safe().isEmpty() && question.applies(field, texts)) {
        said.put(field.path(), new Given(field.safe(), How.ASSUMED, ""));
        texts.put(field.path(), field.safe());
      }
    }
    return said;
  }

  /**
   * Adds what a value puts into the record, and how it came about. Taking what is recommended
   * writes nothing.
   */
  static void expand(
      Question question,
      String path,
      Given value,
      Map<String, String> said,
      Map<String, Note> notes) {
    Field field = question.field(path).orElseThrow();
    Optional<Recommendation> advice = question.advice(field);
    boolean agreed =
        advice.isPresent()
            && value.text().equals(advice.get().choice())
            && value.because().isEmpty();
    if (agreed) {
      return;
    }
    String instead =
        advice
            .map(Recommendation::choice)
            .or(() -> field.proposal().map(Question.Proposal::value).filter(v -> isOther(v, value)))
            .orElse("");
    for (String place : field.paths()) {
      said.put(place, value.text());
      boolean draft = question.topic() == Topic.REVIEW && field.role() == Field.Role.OPTIONAL;
      if (!draft || value.how() == How.ANSWERED) {
        notes.put(
            place, new Note(value.how().word(), evidence(question), instead, value.because()));
      }
      said.putAll(Derived.of(place, value.text()));
    }
    if (advice.isPresent() && !value.because().isEmpty()) {
      said.put(path.replaceFirst("chosen$", "because"), value.because());
    }
  }

  private static boolean isOther(String proposed, Given value) {
    return !proposed.equals(value.text()) && value.how() == How.ANSWERED;
  }

  private static String evidence(Question question) {
    return question.detected().stream()
        .map(ground -> ground.origin())
        .flatMap(origin -> origin.place().stream())
        .map(Place::toString)
        .distinct()
        .limit(PLACES_NOTED)
        .collect(Collectors.joining(", "));
  }

  /** What is proposed; where nothing is, the safe value, or any. */
  static Map<String, Given> likely(Question question) {
    Map<String, Given> said = new LinkedHashMap<>();
    for (Field field : question.fields()) {
      String example = field.role() == Field.Role.NEEDED ? field.example() : "";
      String any = field.choices().isEmpty() ? example : field.choices().get(0).value();
      String safe = field.safe().isEmpty() ? any : field.safe();
      String text = field.proposal().map(Question.Proposal::value).orElse(safe);
      if (!text.isEmpty()) {
        said.put(field.path(), new Given(text, How.CONFIRMED, ""));
      }
    }
    return said;
  }
}
