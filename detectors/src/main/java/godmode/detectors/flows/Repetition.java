package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a call is made once for each of several things, of which nobody knows how many. */
final class Repetition {
  private static final Set<String> EACH =
      Set.of(
          "forEach",
          "map",
          "flatMap",
          "peek",
          "forEachOrdered",
          "filter",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "removeIf",
          "replaceAll");
  private static final Set<String> STREAMS = Set.of("stream", "parallelStream");

  /** What gives one thing at most, or gives it later. */
  private static final Pattern HOLDERS =
      Pattern.compile(
          "Collection|List|ArrayList|LinkedList|Set|HashSet|LinkedHashSet|TreeSet|Map|HashMap"
              + "|LinkedHashMap|Iterable|Stream|Page|Slice");

  /** Several at a time: a chunk is what one call is made for. */
  private static final Pattern CHUNKS =
      Pattern.compile("(?i).*(partition|chunk|batch|slice|window).*");

  private Repetition() {}

  /**
   * A loop around a call.
   *
   * @param over what it goes through, as a name
   * @param variable what it calls each of them
   */
  record Loop(Code at, String over, String variable) {}

  /** The innermost such loop in a method around a call. */
  static Optional<Loop> around(Code body, Code call, Scope scope) {
    Optional<Loop> found = Optional.empty();
    Code at = body;
    while (!at.equals(call)) {
      Optional<Loop> here = loop(at, call, scope);
      found = here.isPresent() ? here : found;
      Optional<Code> next = at.parts().stream().filter(part -> part.any(call::equals)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return found;
  }

  private static Optional<Loop> loop(Code code, Code call, Scope scope) {
    if (code.is(Code.Kind.LOOP)) {
      Code run = code.parts().get(code.parts().size() - 1);
      Code head = code.parts().get(0);
      if (!run.any(call::equals) || endsAtFirst(run, call)) {
        return Optional.empty();
      }
      if (head.is(Code.Kind.LOCAL)
          && !head.parts().isEmpty()
          && head.parts().get(0).text().equals("each")) {
        return several(code, head.parts().get(0).parts().get(0), head.text());
      }
      return code.parts().subList(0, code.parts().size() - 1).stream()
          .flatMap(part -> sized(part).stream())
          .findFirst()
          .flatMap(over -> several(code, over, head.text()));
    }
    boolean each = code.is(Code.Kind.CALL) && EACH.contains(code.text());
    if (each) {
      for (Code argument : code.arguments()) {
        if (argument.any(call::equals) && isSeveral(code.receiver(), scope)) {
          return several(code, source(code.receiver()), argument.text());
        }
      }
    }
    return Optional.empty();
  }

  /** What {@code i < orders.size()} counts. */
  private static Optional<Code> sized(Code condition) {
    if (!condition.is(Code.Kind.BINARY)) {
      return Optional.empty();
    }
    return condition.parts().stream()
        .filter(
            part ->
                part.calls("size") || (part.is(Code.Kind.FIELD) && part.text().equals("length")))
        .map(part -> part.parts().get(0))
        .findFirst();
  }

  /** A loop that gives back what the first success gave asks others only after a failure. */
  private static boolean endsAtFirst(Code run, Code call) {
    return run.any(code -> code.is(Code.Kind.RETURN) && code.any(call::equals));
  }

  private static boolean isSeveral(Code receiver, Scope scope) {
    return receiver.any(code -> code.is(Code.Kind.CALL) && STREAMS.contains(code.text()))
        || scope
            .typeOf(receiver)
            .filter(ref -> ref.isArray() || HOLDERS.matcher(ref.simple()).matches())
            .isPresent();
  }

  /** What a chain of calls begins with. */
  private static Code source(Code receiver) {
    Code at = receiver;
    while (at.is(Code.Kind.CALL)
        && !at.receiver().is(Code.Kind.NONE)
        && !STREAMS.contains(at.text())) {
      at = at.receiver();
    }
    return at.is(Code.Kind.CALL) && STREAMS.contains(at.text()) ? at.receiver() : at;
  }

  private static Optional<Loop> several(Code at, Code over, String variable) {
    boolean chunks =
        CHUNKS.matcher(over.text()).matches()
            || over.any(c -> CHUNKS.matcher(c.text()).matches() && c.is(Code.Kind.CALL));
    return chunks || isConstant(over)
        ? Optional.empty()
        : Optional.of(new Loop(at, words(over), variable));
  }

  /** {@code List.of("a", "b")}, {@code Color.values()}, {@code COUNTRIES}. */
  private static boolean isConstant(Code over) {
    List<Code> given = over.is(Code.Kind.CALL) ? over.arguments() : List.of();
    boolean listed =
        over.is(Code.Kind.CALL)
            && Set.of("of", "asList", "values").contains(over.text())
            && given.stream().noneMatch(code -> code.is(Code.Kind.CALL) || code.is(Code.Kind.NAME));
    boolean named =
        (over.is(Code.Kind.NAME) || over.is(Code.Kind.FIELD)) && over.text().matches("[A-Z0-9_]+");
    return listed || named || over.is(Code.Kind.BLOCK);
  }

  private static String words(Code over) {
    String name = over.is(Code.Kind.CALL) ? Properties.read(over.text()) : over.text();
    return name.isEmpty() || over.is(Code.Kind.NEW) ? "several" : name;
  }
}
