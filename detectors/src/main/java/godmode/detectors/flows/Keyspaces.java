package godmode.detectors.flows;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.Units;
import godmode.detectors.read.java.Code;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many copies the keyspaces of a repository keep, as far as it creates them. */
final class Keyspaces {
  private static final Pattern CREATED =
      Pattern.compile(
          "(?is)create\\s+keyspace\\s+(?:if\\s+not\\s+exists\\s+)?[\\\\\"]*([\\w{}$.-]+)[\\\\\"]*\\s+with\\s+"
              + "(?:durable_writes\\s*=\\s*\\w+\\s+and\\s+)?replication\\s*=\\s*\\{([^}]*)\\}");
  private static final Pattern COPIES =
      Pattern.compile("['\"]([\\w-]+)['\"]\\s*:\\s*['\"]?(\\d{1,3})['\"]?");
  private static final Pattern FILE =
      Pattern.compile(
          "(?!(.*/)?(src/(test|it)|tests?|docs?|testdata)/).*\\.(cql|ya?ml|sh|ddl|cqlsh)");
  private static final Set<String> SIMPLE = Set.of("withSimpleReplication", "withSimpleStrategy");
  private static final long SIZE_MAX = 200_000;

  private final List<Keyspace> all = new ArrayList<>();

  /**
   * A keyspace.
   *
   * @param copies in each site
   */
  private record Keyspace(String name, List<Integer> copies, Place at) {}

  /**
   * How many copies of an item there are.
   *
   * @param sites how many data centres have so many
   */
  record Copies(int each, int sites, Place at) {}

  Keyspaces(Units units, Program program) {
    for (SourceFile file : units.snapshot().files()) {
      if (file.size() <= SIZE_MAX && FILE.matcher(file.path()).matches()) {
        String text = file.text().orElse("");
        Matcher created = CREATED.matcher(text);
        while (created.find()) {
          int line =
              1 + (int) text.substring(0, created.start()).chars().filter(c -> c == '\n').count();
          add(created.group(1), created.group(2), new Place(file.path(), line, 1));
        }
      }
    }
    for (JavaType type : program.types()) {
      type.fields().forEach(field -> field.value().walk(this::read));
      type.methods().forEach(method -> method.body().walk(this::read));
    }
  }

  private void read(Code code) {
    if (code.is(Code.Kind.TEXT)) {
      Matcher created = CREATED.matcher(code.text());
      if (created.find()) {
        add(created.group(1), created.group(2), code.at());
      }
    } else if (code.is(Code.Kind.CALL) && SIMPLE.contains(code.text())) {
      List<Code> given = code.arguments();
      String copies = given.isEmpty() ? "1" : given.get(0).text();
      if (copies.matches("\\d{1,3}")) {
        all.add(new Keyspace("", List.of(Integer.valueOf(copies)), code.at()));
      }
    }
  }

  private void add(String name, String options, Place at) {
    List<Integer> copies = new ArrayList<>();
    Matcher site = COPIES.matcher(options);
    while (site.find()) {
      copies.add(Integer.valueOf(site.group(2)));
    }
    if (!copies.isEmpty()) {
      all.add(new Keyspace(name.replaceAll("[{}$\"]", ""), copies, at));
    }
  }

  /** The copies of a keyspace, or of every one there is if they agree. */
  Optional<Copies> copies(Optional<String> keyspace) {
    List<Keyspace> meant =
        all.stream()
            .filter(one -> keyspace.filter(one.name()::equalsIgnoreCase).isPresent())
            .toList();
    List<Keyspace> of = meant.isEmpty() ? all : meant;
    Set<Integer> each = new TreeSet<>();
    Set<Integer> sites = new TreeSet<>();
    for (Keyspace one : of) {
      each.addAll(one.copies());
      sites.add(one.copies().size());
    }
    return each.size() == 1 && sites.size() == 1
        ? Optional.of(new Copies(each.iterator().next(), sites.iterator().next(), of.get(0).at()))
        : Optional.empty();
  }
}
