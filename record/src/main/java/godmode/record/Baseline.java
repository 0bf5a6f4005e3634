package godmode.record;

import static godmode.record.Shape.required;
import static godmode.record.Shape.row;

import godmode.core.design.Declarations;
import godmode.core.interview.Choice;
import godmode.core.review.Finding;
import godmode.record.ValueKind.OneOf;
import godmode.record.ValueKind.Text;
import godmode.record.ValueKind.WholeNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The findings that a repository had when it began to be checked. One finding is one line of the
 * file, sorted by what a reader looks for, so that two branches that remove different ones merge.
 *
 * @param system whose findings they are
 * @param unread how many places could not be read when it was written
 * @param entries sorted, each once
 */
public record Baseline(String system, int unread, List<Entry> entries) {
  private static final String SCHEMA = "godmode/baseline/1";
  private static final ValueKind TEXT = new Text();

  private static final Shape SHAPE =
      new Shape(
          List.of(
              required(
                  "schema",
                  new OneOf(List.of(new Choice(SCHEMA, "the only version there is"))),
                  "version of this format"),
              required("system", TEXT, "whose findings they are"),
              required("unread", new WholeNumber(0, 999_999_999), "how many places were not read"),
              required("findings.#.fingerprint", TEXT, "what the finding is known by"),
              required("findings.#.rule", TEXT, "name of the rule"),
              row("findings.#.component", TEXT, "id of the component"),
              row("findings.#.subject", TEXT, "the lock, topic, operation or component"),
              row("findings.#.path", TEXT, "the file that the finding points at")));

  public Baseline {
    entries = entries.stream().sorted().distinct().toList();
  }

  /**
   * One finding.
   *
   * @param path the file it points at first; empty if it points at none
   */
  public record Entry(
      String fingerprint, String rule, String component, String subject, String path)
      implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::rule)
            .thenComparing(Entry::component)
            .thenComparing(Entry::subject)
            .thenComparing(Entry::path)
            .thenComparing(Entry::fingerprint);

    /** The entry of a finding. */
    public static Entry of(Finding finding) {
      return new Entry(
          finding.fingerprint(),
          finding.rule(),
          plain(finding.component()),
          plain(finding.subject()),
          plain(finding.places().stream().map(place -> place.file()).findFirst().orElse("")));
    }

    /** Whether it is the same finding, wherever its file has gone. */
    public boolean isLike(Entry other) {
      return rule.equals(other.rule)
          && component.equals(other.component)
          && subject.equals(other.subject);
    }

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  /** A text that was read; with problems, it cannot be used. */
  public record Reading(Baseline baseline, List<RecordProblem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a text. */
  public static Reading read(String file, String text) {
    ShapeReader.Read read = ShapeReader.read(file, text, SHAPE, true);
    Declarations declared = read.declarations();
    List<Entry> entries = new ArrayList<>();
    for (String index : declared.keys("findings")) {
      String path = "findings." + index + ".";
      entries.add(
          new Entry(
              text(declared, path + "fingerprint"),
              text(declared, path + "rule"),
              text(declared, path + "component"),
              text(declared, path + "subject"),
              text(declared, path + "path")));
    }
    int unread = read.problems().isEmpty() ? Integer.parseInt(text(declared, "unread")) : 0;
    return new Reading(new Baseline(text(declared, "system"), unread, entries), read.problems());
  }

  private static String text(Declarations declared, String path) {
    return declared.text(path).orElse("");
  }

  /** The file. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("{\n  \"schema\": \"" + SCHEMA + "\",\n  \"system\": ");
    quoted(out, system);
    out.append(",\n  \"unread\": " + unread + ",\n  \"findings\": [");
    for (int i = 0; i < entries.size(); i++) {
      out.append(i == 0 ? "\n    " : ",\n    ");
      line(out, entries.get(i));
    }
    out.append(entries.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    return out.toString();
  }

  private static void line(StringBuilder out, Entry entry) {
    out.append("{\"rule\": ");
    quoted(out, entry.rule());
    field(out, "component", entry.component());
    field(out, "subject", entry.subject());
    field(out, "path", entry.path());
    field(out, "fingerprint", entry.fingerprint());
    out.append('}');
  }

  private static void field(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(", \"" + name + "\": ");
      quoted(out, value);
    }
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.getType(c) == Character.FORMAT) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** A name as this file may hold it; what no file of people's may hold reads {@code ?}. */
  private static String plain(String name) {
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .limit(Text.CHARS_MAX / 2)
        .map(c -> new Text().fix("x" + Character.toString(c)).isPresent() || c == '\n' ? '?' : c)
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }
}
