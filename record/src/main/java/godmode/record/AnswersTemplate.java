package godmode.record;

import godmode.core.design.DeclaredPath;
import godmode.core.interview.Choice;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions of one repository as an answers file to fill in. What is proposed stands there as a
 * comment, so that nothing counts before a person has looked at it.
 */
public final class AnswersTemplate {
  private static final int COLUMNS = 100;

  private final StringBuilder out = new StringBuilder();
  private final Spot root = new Spot();

  /** A place in the file: fields below it, or what is said about it. */
  private static final class Spot {
    final Map<String, Spot> below = new LinkedHashMap<>();
    final List<String> comments = new ArrayList<>();
    String value = "";
  }

  private AnswersTemplate() {}

  /** The file; the questions in their order, sections as the record has them. */
  public static String of(String system, List<Question> questions) {
    return new AnswersTemplate().print(system, questions);
  }

  private String print(String system, List<Question> questions) {
    comment(
        "",
        "The open questions of "
            + system
            + ". Take the # away in front of what holds, put in what you know, and give the file"
            + " with --answers. What is left out stays open.");
    out.append("schema: ").append(RecordSchema.VERSION).append('\n');
    for (Question question : questions) {
      boolean first = true;
      for (Field field : question.fields()) {
        add(question, field, first);
        first = false;
      }
    }
    print(root, "");
    return out.toString();
  }

  private void add(Question question, Field field, boolean first) {
    String value = field.proposal().map(Question.Proposal::value).orElseGet(() -> example(field));
    List<String> comments = new ArrayList<>();
    if (first) {
      comments.add(question.sentence() + " " + question.waiting() + ".");
    }
    if (!first || question.fields().size() > 1) {
      comments.add(field.sentence());
    }
    for (Choice choice : field.choices()) {
      comments.add("  " + choice.value() + ": " + choice.label());
    }
    field.proposal().ifPresent(it -> comments.add("  proposed, because " + it.because()));
    for (String path : field.paths()) {
      if (RecordSchema.check(path, value).isEmpty()) {
        for (Map.Entry<String, String> leaf : RecordSchema.expand(path, value).entrySet()) {
          leaf(leaf.getKey(), word(leaf.getKey(), leaf.getValue()), comments);
          comments.clear();
        }
      }
    }
  }

  private static String example(Field field) {
    return field.example().isEmpty() && !field.choices().isEmpty()
        ? field.choices().get(0).value()
        : field.example();
  }

  private void leaf(String path, String value, List<String> comments) {
    Spot spot = root;
    for (String name : DeclaredPath.split(path)) {
      spot = spot.below.computeIfAbsent(name, unused -> new Spot());
    }
    spot.value = value;
    spot.comments.addAll(comments);
  }

  private void print(Spot spot, String margin) {
    boolean items = spot.below.keySet().stream().allMatch(name -> name.matches("\\d+"));
    spot.below.forEach(
        (name, below) -> {
          below.comments.forEach(text -> comment(margin, text));
          String key = items ? "- " : YamlWords.key(name) + ":";
          if (below.below.isEmpty()) {
            out.append(margin).append('#').append(key).append(items ? "" : " ");
            out.append(below.value.isEmpty() ? "{}" : below.value).append('\n');
          } else if (items) {
            first(below, margin);
          } else {
            out.append(margin).append(key).append('\n');
            print(below, margin + "  ");
          }
        });
  }

  /** An item of a list: all of it is a comment, as an empty item is none. */
  private void first(Spot item, String margin) {
    String mark = "- ";
    for (Map.Entry<String, Spot> field : item.below.entrySet()) {
      out.append(margin).append('#').append(mark).append(YamlWords.key(field.getKey()));
      out.append(": ").append(field.getValue().value).append('\n');
      mark = "  ";
    }
  }

  /** The value as YAML: a number without quotes where the field is one. */
  private static String word(String path, String value) {
    return RecordSchema.kindAt(path)
        .map(kind -> value.isEmpty() ? value : YamlWords.value(kind, value))
        .orElseGet(() -> value.isEmpty() ? value : YamlWords.text(value));
  }

  private void comment(String margin, String text) {
    String indent = text.startsWith("  ") ? "    " : "  ";
    StringBuilder line = new StringBuilder(margin + "# ");
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() + 1 > COLUMNS && !line.toString().isBlank()) {
        out.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(margin + "#" + indent);
      }
      line.append(word).append(' ');
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
