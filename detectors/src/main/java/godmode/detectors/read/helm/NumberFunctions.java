package godmode.detectors.read.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions that compute with numbers. */
final class NumberFunctions {
  /** Longer sequences are not made. */
  private static final long COUNT_MAX = 10_000;

  private NumberFunctions() {}

  /** A value as a whole number, as Sprig converts it: 0 for what is none. */
  static long whole(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    String text = Values.text(value).strip();
    return text.matches("[-+]?\\d{1,18}") ? Long.parseLong(text) : (long) decimal(value);
  }

  static double decimal(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    String text = Values.text(value).strip();
    return text.matches("[-+]?\\d{1,18}(\\.\\d{1,18})?") ? Double.parseDouble(text) : 0;
  }

  static Optional<Object> call(String name, List<Object> a) {
    return switch (name) {
      case "int", "int64", "atoi", "toDecimal" -> Optional.of(whole(a.get(0)));
      case "float64" -> Optional.of(decimal(a.get(0)));
      case "add1" -> Optional.of(whole(a.get(0)) + 1);
      case "add" -> Optional.of(a.stream().mapToLong(NumberFunctions::whole).sum());
      case "sub" -> Optional.of(whole(a.get(0)) - whole(a.get(1)));
      case "mul" ->
          Optional.of(a.stream().mapToLong(NumberFunctions::whole).reduce(1, (x, y) -> x * y));
      case "div" -> quotient(a).map(d -> (Object) (whole(a.get(0)) / d));
      case "mod" -> quotient(a).map(d -> (Object) (whole(a.get(0)) % d));
      case "max", "biggest" ->
          Optional.of(a.stream().mapToLong(NumberFunctions::whole).max().orElse(0));
      case "min" -> Optional.of(a.stream().mapToLong(NumberFunctions::whole).min().orElse(0));
      case "floor" -> Optional.of(Math.floor(decimal(a.get(0))));
      case "ceil" -> Optional.of(Math.ceil(decimal(a.get(0))));
      case "round" -> Optional.of((double) Math.round(decimal(a.get(0))));
      case "until" -> Optional.of(sequence(0, whole(a.get(0)), 1));
      case "untilStep" -> Optional.of(sequence(whole(a.get(0)), whole(a.get(1)), whole(a.get(2))));
      default -> Optional.empty();
    };
  }

  private static Optional<Long> quotient(List<Object> a) {
    return Optional.of(whole(a.get(1))).filter(divisor -> divisor != 0);
  }

  private static Object sequence(long from, long to, long step) {
    List<Object> numbers = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : step < 0 && i > to; i += step) {
      if (numbers.size() >= COUNT_MAX) {
        return new Values.Unknown("it counts beyond " + COUNT_MAX);
      }
      numbers.add(i);
    }
    return numbers;
  }
}
