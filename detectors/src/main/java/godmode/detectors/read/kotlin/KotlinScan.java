package godmode.detectors.read.kotlin;

import godmode.detectors.read.java.AnnotationUse;
import godmode.detectors.read.java.Invocation;
import godmode.detectors.read.java.JavaSource;
import godmode.detectors.read.java.JavaText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through one Kotlin file for annotations, calls on what has a written type, and texts. */
final class KotlinScan {
  private static final Pattern ANNOTATION =
      Pattern.compile("@(?:[a-z]+:)?(?:[a-z]\\w*\\.)*([A-Z]\\w*)\\b");
  private static final Pattern TYPED =
      Pattern.compile("\\b([a-z]\\w*)\\s*:\\s*(?:[a-z]\\w*\\.)*([A-Z]\\w*)");
  private static final Pattern MADE =
      Pattern.compile("\\bval\\s+([a-z]\\w*)\\s*=\\s*([A-Z]\\w*)(?:<[^<>()]*>)?\\(");
  private static final Pattern CALL =
      Pattern.compile(
          "\\b([a-z]\\w*)\\s*[?!]{0,2}\\.\\s*([a-z]\\w*)\\s*(?:<[^()\"{};=]{0,100}>)?\\(");
  private static final Pattern CONSTANT =
      Pattern.compile("\\bconst\\s+val\\s+([A-Z]\\w*)(?:\\s*:\\s*String)?\\s*=\\s*(\"[^\"\\n]*\")");
  private static final Pattern NAMED =
      Pattern.compile("([a-z]\\w*)\\s*=(?!=)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern ARRAY =
      Pattern.compile("(?:\\[|arrayOf\\s*\\()(.*)[\\])]", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("(?:\\w+\\.)*(\\w+)::class(?:\\.java)?");
  private static final Pattern ADDRESS = Pattern.compile("\"(?:https?|lb|wss?)://[^\"\\n]*\"");

  private final KotlinText text;
  private final String code;
  private final Map<String, String> constants = new HashMap<>();

  private KotlinScan(KotlinText text) {
    this.text = text;
    this.code = text.code();
  }

  /** What a file of a module shows. */
  static JavaSource of(String folder, String path, String written) {
    KotlinScan scan = new KotlinScan(new KotlinText(path, written));
    Matcher constant = CONSTANT.matcher(scan.code);
    while (constant.find()) {
      scan.constants.putIfAbsent(constant.group(1), KotlinText.said(constant.group(2)));
    }
    Map<String, String> types = scan.types();
    return new JavaSource(
        folder,
        path,
        scan.annotations(),
        scan.calls(types),
        scan.addresses(),
        new TreeSet<>(types.values()),
        List.of(),
        true);
  }

  /** The types of fields and parameters; of two of one name, none is known. */
  private Map<String, String> types() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Pattern pattern : List.of(TYPED, MADE)) {
      Matcher typed = pattern.matcher(code);
      while (typed.find()) {
        if (!text.isQuoted(typed.start())) {
          found.computeIfAbsent(typed.group(1), unused -> new TreeSet<>()).add(typed.group(2));
        }
      }
    }
    Map<String, String> types = new LinkedHashMap<>();
    found.forEach(
        (name, all) -> {
          if (all.size() == 1) {
            types.put(name, all.iterator().next());
          }
        });
    return types;
  }

  private List<AnnotationUse> annotations() {
    List<AnnotationUse> found = new ArrayList<>();
    Matcher use = ANNOTATION.matcher(code);
    while (use.find()) {
      if (text.isQuoted(use.start())) {
        continue;
      }
      Map<String, List<JavaText>> values = new LinkedHashMap<>();
      if (use.end() < code.length() && code.charAt(use.end()) == '(') {
        for (Part part : parts(use.end())) {
          Matcher named = NAMED.matcher(part.text());
          boolean isNamed = !part.text().startsWith("\"") && named.matches();
          String value = isNamed ? named.group(2) : part.text();
          int at = part.at() + part.text().length() - value.length();
          values
              .computeIfAbsent(isNamed ? named.group(1) : "value", unused -> new ArrayList<>())
              .addAll(values(value, at));
        }
      }
      found.add(new AnnotationUse(use.group(1), values, text.at(use.start())));
    }
    return found;
  }

  private List<JavaText> values(String value, int at) {
    Matcher array = ARRAY.matcher(value);
    if (!array.matches()) {
      return List.of(new JavaText(value(value), text.at(at)));
    }
    int from = value.indexOf(value.charAt(0) == '[' ? '[' : '(');
    List<JavaText> found = new ArrayList<>();
    for (Part part : parts(at + from)) {
      found.add(new JavaText(value(part.text()), text.at(part.at())));
    }
    return found;
  }

  /** A text, a constant of the file or the name of a class; everything else is not known. */
  private String value(String written) {
    String one = written.strip();
    if (one.length() > 1 && one.startsWith("\"") && one.endsWith("\"")) {
      boolean whole = !one.startsWith("\"\"\"") && one.indexOf('"', 1) < one.length() - 1;
      return whole && !one.contains("\\\"") ? JavaText.UNKNOWN : KotlinText.said(one);
    }
    Matcher type = CLASS.matcher(one);
    if (type.matches()) {
      return type.group(1);
    }
    String name = one.substring(one.lastIndexOf('.') + 1);
    return Optional.ofNullable(constants.get(name)).orElse(JavaText.UNKNOWN);
  }

  /**
   * A part of a list.
   *
   * @param at where it begins
   */
  private record Part(String text, int at) {}

  /** What stands between the brackets that open here, apart at commas. */
  private List<Part> parts(int open) {
    List<Part> found = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int i = open; i < code.length(); i++) {
      char c = code.charAt(i);
      if (text.isQuoted(i)) {
        continue;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 || (c == ',' && depth == 1)) {
        add(from, i, found);
        from = i + 1;
      }
      if (depth == 0) {
        break;
      }
    }
    return found;
  }

  private void add(int from, int to, List<Part> parts) {
    String part = code.substring(from, to);
    int start = part.length() - part.stripLeading().length();
    if (!part.isBlank()) {
      parts.add(new Part(part.strip(), from + start));
    }
  }

  private List<Invocation> calls(Map<String, String> types) {
    List<Invocation> found = new ArrayList<>();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      String type = types.get(call.group(1));
      if (type != null && !text.isQuoted(call.start())) {
        List<JavaText> arguments =
            parts(call.end() - 1).stream()
                .map(part -> new JavaText(value(part.text()), text.at(part.at())))
                .toList();
        found.add(new Invocation(type, call.group(2), arguments, text.at(call.start(2))));
      }
    }
    return found;
  }

  private List<JavaText> addresses() {
    List<JavaText> found = new ArrayList<>();
    Matcher address = ADDRESS.matcher(code);
    while (address.find()) {
      found.add(new JavaText(KotlinText.said(address.group()), text.at(address.start())));
    }
    return found;
  }
}
