package godmode.detectors.flows;

import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Places in a type where something is written that passes a test. */
final class Sites {
  private Sites() {}

  /**
   * One such place.
   *
   * @param name what reports call it: the method, or the field
   * @param chain the longest chain of calls that it begins
   * @param body the method or value it stands in
   */
  record Site(
      JavaType type, String name, JavaType.Method method, Code code, Code chain, Code body) {
    /** Whether a method of that name is called in the chain. */
    boolean chains(String method) {
      return chain.any(found -> found.calls(method));
    }
  }

  /** The places in methods and fields of a type. */
  static List<Site> in(JavaType type, Predicate<Code> wanted) {
    List<Site> found = new ArrayList<>();
    for (JavaType.Variable field : type.fields()) {
      JavaType.Method holder = holder(type, field);
      find(type, type.name() + "." + field.name(), holder, field.value(), wanted, found);
    }
    for (JavaType.Method method : type.methods()) {
      find(type, Tracer.name(type, method), method, method.body(), wanted, found);
    }
    return found;
  }

  /** A field is filled as if by a method of its name. */
  static JavaType.Method holder(JavaType type, JavaType.Variable field) {
    return new JavaType.Method(
        field.name(),
        List.of(),
        field.type(),
        true,
        field.isStatic(),
        field.annotations(),
        field.value(),
        field.at());
  }

  private static void find(
      JavaType type,
      String name,
      JavaType.Method method,
      Code body,
      Predicate<Code> wanted,
      List<Site> found) {
    search(
        body,
        List.of(),
        wanted,
        (code, chain) -> found.add(new Site(type, name, method, code, chain, body)));
  }

  private interface Found {
    void at(Code code, Code chain);
  }

  private static void search(Code code, List<Code> above, Predicate<Code> wanted, Found found) {
    if (wanted.test(code)) {
      Code chain = code;
      for (int i = above.size() - 1; i >= 0; i--) {
        Code outer = above.get(i);
        if (!outer.is(Code.Kind.CALL) || !outer.receiver().equals(chain)) {
          break;
        }
        chain = outer;
      }
      found.at(code, chain);
    }
    List<Code> deeper = new ArrayList<>(above);
    deeper.add(code);
    code.parts().forEach(part -> search(part, deeper, wanted, found));
  }
}
