package godmode.detectors.read.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a {@code dependencies} block: string, map and catalog notation. */
final class GradleDependencies {
  private static final Pattern STATEMENT = Pattern.compile("(?m)(?:^|;)[ \\t]*(\\w+)\\b");
  private static final Pattern MAP =
      Pattern.compile(
          "group\\s*[:=]\\s*(['\"])([^'\"]+)\\1\\s*,\\s*name\\s*[:=]\\s*(['\"])([^'\"]+)\\3"
              + "(?:\\s*,\\s*version\\s*[:=]\\s*(['\"]?)([^'\",)\\s]+)\\5)?");
  private static final Pattern STRING =
      Pattern.compile("(['\"])([^'\":\\s]+):([^'\":\\s]+)(?::([^'\"@\\s]+))?[^'\"]*\\1");
  private static final Pattern CATALOG = Pattern.compile("\\blibs\\.([\\w.]+)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([\\w.]+)}?");
  private static final Set<String> RUNTIME =
      Set.of("implementation", "api", "compile", "runtime", "runtimeonly", "classpath");

  private final GradleScript script;
  private final VersionCatalog catalog;
  private final Map<String, String> variables;

  GradleDependencies(GradleScript script, VersionCatalog catalog, Map<String, String> variables) {
    this.script = script;
    this.catalog = catalog;
    this.variables = variables;
  }

  List<Dependency> read(GradleScript.Block block) {
    List<Dependency> found = new ArrayList<>();
    Matcher matcher = STATEMENT.matcher(block.own());
    int from = 0;
    while (from <= block.own().length() && matcher.find(from)) {
      int end = statementEnd(block.own(), matcher.end(1));
      statement(block, matcher.group(1), matcher.end(1), end, found);
      from = Math.max(end, matcher.end());
    }
    return found;
  }

  /** A statement ends with its line, unless a parenthesis is open or a comma ends the line. */
  private static int statementEnd(String text, int from) {
    int depth = 0;
    char last = ' ';
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        at = GradleScript.stringEnd(text, at);
        last = c;
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if ((c == '\n' || c == ';') && depth <= 0 && last != ',') {
        return at;
      }
      last = Character.isWhitespace(c) ? last : c;
      at++;
    }
    return at;
  }

  private void statement(
      GradleScript.Block block, String configuration, int from, int end, List<Dependency> found) {
    Optional<Dependency.Scope> scope = scope(configuration);
    if (scope.isEmpty()) {
      return;
    }
    String text = block.own().substring(from, end);
    int offset = block.start() + from;
    Matcher map = MAP.matcher(text);
    boolean mapped = false;
    while (map.find()) {
      mapped = true;
      add(found, map.group(2), map.group(4), map.group(6), scope.get(), offset + map.start());
    }
    Matcher string = STRING.matcher(text);
    while (!mapped && string.find()) {
      int at = offset + string.start();
      if (!text.substring(0, string.start()).endsWith("project(")) {
        add(found, string.group(2), string.group(3), string.group(4), scope.get(), at);
      }
    }
    Matcher accessor = CATALOG.matcher(text);
    while (accessor.find()) {
      for (VersionCatalog.Library library : catalog.libraries(accessor.group(1))) {
        found.add(
            new Dependency(
                library.coordinate(),
                library.version(),
                scope.get(),
                false,
                script.place(offset + accessor.start())));
      }
    }
  }

  private void add(
      List<Dependency> found,
      String group,
      String name,
      @org.jspecify.annotations.Nullable String version,
      Dependency.Scope scope,
      int offset) {
    String coordinate = substituted(group + ":" + name);
    if (!coordinate.contains("$") && !group.isEmpty()) {
      Optional<String> known =
          Optional.ofNullable(version)
              .map(this::substituted)
              .filter(text -> !text.contains("$") && Character.isDigit(text.charAt(0)));
      found.add(new Dependency(coordinate, known, scope, false, script.place(offset)));
    }
  }

  private String substituted(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String value = variables.getOrDefault(matcher.group(1), matcher.group());
      matcher.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(out).toString();
  }

  private static Optional<Dependency.Scope> scope(String configuration) {
    String name = configuration.toLowerCase(Locale.ROOT);
    if (name.startsWith("test") || name.contains("test") || name.equals("developmentonly")) {
      return Optional.of(Dependency.Scope.TEST);
    }
    if (RUNTIME.contains(name)) {
      return Optional.of(Dependency.Scope.RUNTIME);
    }
    boolean build =
        name.equals("compileonly")
            || name.startsWith("provided")
            || name.equals("annotationprocessor")
            || name.equals("kapt")
            || name.equals("ksp");
    return build ? Optional.of(Dependency.Scope.BUILD) : Optional.empty();
  }
}
