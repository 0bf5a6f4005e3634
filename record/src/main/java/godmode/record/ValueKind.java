package godmode.record;

import godmode.core.design.Quantities;
import godmode.core.interview.Choice;
import godmode.core.interview.Choices;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What may stand at one place of a file. */
sealed interface ValueKind {
  /** What to write instead, as a clause; nothing if the text may stand there. */
  Optional<String> fix(String text);

  /** The format version. */
  record Version(int number) implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      return text.equals(Integer.toString(number))
          ? Optional.empty()
          : Optional.of(
              "this godmode reads schema " + number + ": write " + number + ", or update godmode");
    }
  }

  /** One of a closed list. */
  record OneOf(List<Choice> choices) implements ValueKind {
    List<String> values() {
      return choices.stream().map(Choice::value).toList();
    }

    @Override
    public Optional<String> fix(String text) {
      if (values().contains(text)) {
        return Optional.empty();
      }
      String legal = "write one of " + String.join(", ", values());
      return Optional.of(
          Wording.nearest(text, values())
              .map(meant -> "did you mean " + meant + "? " + legal)
              .orElse(legal));
    }
  }

  /** {@code latest}, {@code any}, or a bound on staleness. */
  record Reads() implements ValueKind {
    static final Pattern BOUND = Pattern.compile(Pattern.quote(Choices.STALE) + "\\s+(.*)");

    @Override
    public Optional<String> fix(String text) {
      boolean bounded =
          BOUND.matcher(text).results().anyMatch(m -> Quantities.duration(m.group(1)).isPresent());
      if (bounded || text.equals("latest") || text.equals("any")) {
        return Optional.empty();
      }
      return Optional.of("write latest, any, or {stale-at-most: 5s} with a duration");
    }
  }

  /** A length of time with its unit. */
  record Duration() implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      if (Quantities.duration(text).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          text.matches("\\d{1,12}")
              ? "write " + text + "ms, or another unit: s, m, h, d"
              : "write a whole number and its unit: 20ms, 5s, 10m, 1h, 2d");
    }
  }

  /** A share of a hundred. */
  record Percentage() implements ValueKind {
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?\\s*%");

    @Override
    public Optional<String> fix(String text) {
      if (text.matches("\\d{1,3}(\\.\\d{1,9})?")) {
        return Optional.of("write " + text + "%");
      }
      if (!FORM.matcher(text).matches()) {
        return Optional.of("write a percentage: 99.95%");
      }
      BigDecimal share = new BigDecimal(text.replace("%", "").strip());
      return share.compareTo(BigDecimal.valueOf(100)) > 0
          ? Optional.of("write at most 100%")
          : Optional.empty();
    }
  }

  /** Anything else that has a form and a unit. */
  record Quantity(String name, Pattern form, String example) implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      return form.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("write " + name + ": " + example);
    }
  }

  /** A whole number in a range, both ends included. */
  record WholeNumber(int min, int max) implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      if (text.matches("\\d{1,9}")
          && Integer.parseInt(text) >= min
          && Integer.parseInt(text) <= max) {
        return Optional.empty();
      }
      return Optional.of("write a whole number from " + min + " to " + max);
    }
  }

  /** Words. */
  record Text() implements ValueKind {
    static final int CHARS_MAX = 10_000;

    @Override
    public Optional<String> fix(String text) {
      if (text.isBlank()) {
        return Optional.of("write a text, or leave the field out");
      }
      boolean unprintable =
          text.codePoints()
              .anyMatch(
                  c ->
                      (Character.isISOControl(c) && c != '\n')
                          || Character.getType(c) == Character.SURROGATE
                          || c == 0x2028
                          || c == 0x2029
                          || c == 0xFEFF);
      if (unprintable) {
        return Optional.of("leave out control characters");
      }
      return text.length() > CHARS_MAX
          ? Optional.of("write at most " + CHARS_MAX + " characters")
          : Optional.empty();
    }
  }

  /** Several texts; from a terminal or the command line with commas between them. */
  record TextList() implements ValueKind {
    static List<String> split(String text) {
      String inner = text.strip();
      if (inner.startsWith("[") && inner.endsWith("]")) {
        inner = inner.substring(1, inner.length() - 1);
      }
      List<String> items = new ArrayList<>();
      for (String item : inner.split(",", -1)) {
        items.add(item.strip());
      }
      return items;
    }

    @Override
    public Optional<String> fix(String text) {
      List<String> items = split(text);
      if (items.stream().distinct().count() < items.size()) {
        return Optional.of("write each of them once");
      }
      return items.stream().anyMatch(item -> new Text().fix(item).isPresent())
          ? Optional.of("write texts with commas between them")
          : Optional.empty();
    }
  }

  /** A list of names, each of which becomes an entry with fields of its own. */
  record Entries(Pattern item, String example) implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      List<String> items = TextList.split(text);
      boolean wellFormed =
          items.stream().allMatch(it -> item.matcher(it).matches() && new Text().fix(it).isEmpty());
      return wellFormed && items.stream().distinct().count() == items.size()
          ? Optional.empty()
          : Optional.of("write names with commas between them: " + example);
    }
  }

  /** A day of the calendar. */
  record Day() implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      try {
        LocalDate.parse(text);
        return Optional.empty();
      } catch (DateTimeParseException noDate) {
        return Optional.of("write a date: 2026-01-31");
      }
    }
  }

  /** A pattern of paths. */
  record PathPattern() implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      if (text.startsWith("/") || List.of(text.split("/", -1)).contains("..")) {
        return Optional.of("write it relative to the reviewed directory: samples/**");
      }
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + text);
        return text.isBlank() ? Optional.of("write a pattern: samples/**") : Optional.empty();
      } catch (PatternSyntaxException malformed) {
        return Optional.of("close the brackets of the pattern: samples/**, **/*.{yml,yaml}");
      }
    }
  }

  /** A file below the reviewed directory. */
  record FileInside() implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      boolean leaves =
          text.startsWith("/")
              || text.contains("\\")
              || List.of(text.split("/", -1)).contains("..")
              || new Text().fix(text).isPresent();
      return leaves
          ? Optional.of("write a path below the reviewed directory: .godmode/baseline.json")
          : Optional.empty();
    }
  }

  /** Several patterns of paths. */
  record PathPatterns() implements ValueKind {
    @Override
    public Optional<String> fix(String text) {
      return new PathPattern().fix(text);
    }
  }
}
