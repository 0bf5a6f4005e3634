package godmode.core.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person does with a question. */
public sealed interface Reply {
  /** Nobody knows: the safe values are taken, as open risks. */
  Reply NOT_KNOWN = new NotKnown();

  /** It stays open. */
  Reply LEFT = new Left();

  /** The question before is put again. */
  Reply BACK = new Back();

  /** The interview ends here, and what was said counts. */
  Reply ENOUGH = new Enough();

  /** How files and the command line say that nobody knows. */
  String DONT_KNOW = "dont-know";

  /** Whether a text says that nobody knows. */
  static boolean isNotKnown(String text) {
    return List.of(DONT_KNOW, "don't know", "dont know")
        .contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * An answer.
   *
   * @param said by the path of the field
   */
  record Said(Map<String, Given> said) implements Reply {
    public Said {
      said = new LinkedHashMap<>(said);
    }
  }

  /**
   * A value of a field.
   *
   * @param because why it is not what was recommended; empty where it is
   */
  record Given(String text, How how, String because) {}

  /** Where a value came from. */
  enum How {
    /** The person chose or typed it. */
    ANSWERED("answered"),
    /** The person took what was proposed. */
    CONFIRMED("defaulted"),
    /** Nobody knew, so the safe value was taken. */
    ASSUMED("assumed");

    private final String word;

    How(String word) {
      this.word = word;
    }

    /** The word in the design record. */
    public String word() {
      return word;
    }
  }

  record NotKnown() implements Reply {}

  record Left() implements Reply {}

  record Back() implements Reply {}

  record Enough() implements Reply {}
}
