package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.Wording;
import godmode.simulate.fault.FaultSource;
import godmode.simulate.lab.Card;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults as people ask for them: {@code halves:in}, {@code all}. */
public final class FaultWords {
  /** In place of a fault: those that a protocol withstands. */
  public static final String ALL = "all";

  /** In place of faults: none at all. */
  public static final String NONE = "none";

  private FaultWords() {}

  /** What can be drawn; a colon and one of several words narrow some of them. */
  public static Map<String, List<String>> known() {
    Map<String, List<String>> known = new LinkedHashMap<>();
    for (FaultSource source : FaultSource.every()) {
      String[] words = source.name().split(":", 2);
      List<String> narrow = known.computeIfAbsent(words[0], w -> new ArrayList<>());
      if (words.length > 1) {
        narrow.add(words[1]);
      }
    }
    return known;
  }

  /** What can be drawn, as a list for people. */
  public static String legal() {
    List<String> all = new ArrayList<>();
    known()
        .forEach(
            (word, narrow) ->
                all.add(narrow.isEmpty() ? word : word + "[:" + String.join("|", narrow) + "]"));
    return String.join(", ", all);
  }

  /**
   * The sources of words.
   *
   * @param sites how many there are
   * @throws UserError if a word names none
   */
  static List<FaultSource> sources(List<String> words, Card card, int sites) {
    if (words.equals(List.of(NONE))) {
      return List.of();
    }
    List<FaultSource> sources = new ArrayList<>();
    for (String word : words) {
      if (word.equals(ALL)) {
        card.withstands().forEach(kind -> sources.add(FaultSource.of(kind)));
        continue;
      }
      FaultSource source =
          FaultSource.named(word)
              .orElseThrow(
                  () ->
                      new UserError(
                          "--faults: there is no fault "
                              + Wording.quote(word)
                              + "; there are "
                              + legal()
                              + ", and all for those that "
                              + card.name()
                              + " withstands; none alone is none"));
      if (word.startsWith("site") && sites < 2) {
        throw new UserError(
            "--faults " + word + ": there is one site; give several with --sites eu=2,us=2,ap=1");
      }
      sources.add(source);
    }
    return sources.stream().distinct().toList();
  }
}
