import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Begins a rule: {@code java dev/New.java rule UnfencedLock locking}.
 *
 * <p>Writes the class and its page. The page's examples fail until the rule is written.
 */
public final class New {
  private static final String CLASS =
      """
      package godmode.rules.%1$s;

      import static godmode.core.review.Outcome.notApplicable;

      import com.google.auto.service.AutoService;
      import godmode.core.design.Cluster;
      import godmode.core.design.Design;
      import godmode.core.review.ChecklistItem;
      import godmode.core.review.Outcome;
      import godmode.core.review.Rule;
      import godmode.core.review.RuleCard;

      /** Flags … */
      @AutoService(Rule.class)
      @RuleCard(
          title = "the hazard as a clause",
          item = ChecklistItem.REPLICATION_TOPOLOGY,
          since = "0.1",
          sources = {})
      public final class %2$s implements Rule.OfCluster {

        @Override
        public Outcome judge(Cluster cluster, Design design) {
          return notApplicable("%%s is not judged yet", cluster.id());
        }
      }
      """;

  private static final String PAGE =
      """
      # %1$s

      ## What it checks

      ## Why it matters

      ## How to fix it

      ## When to accept it

      ## Examples

      ### The hazard

      ```yaml
      clusters:
        orders: {technology: etcd, members: 2}
      ```

      ```outcome
      violated (warning): what is wrong with orders, with its numbers
      ```

      ### No hazard

      ```yaml
      clusters:
        orders: {technology: etcd, members: 3}
      ```

      ```outcome
      holds
      ```

      ### Not known

      ```yaml
      clusters:
        orders: {technology: etcd}
      ```

      ```outcome
      undecided: members
      ```
      """;

  private New() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !args[0].equals("rule")) {
      stop("usage: java dev/New.java rule ClassName topic");
    }
    String name = args[1];
    String topic = args[2];
    if (!name.matches("([A-Z][a-z0-9]+)+") || !topic.matches("[a-z]+")) {
      stop("a rule is named like UnfencedLock, and a topic like locking");
    }
    Path main = Path.of("rules", "src", "main");
    if (!Files.isDirectory(main)) {
      stop("start it in the directory that has rules/");
    }
    Path source = main.resolve(Path.of("java", "godmode", "rules", topic));
    if (!Files.isDirectory(source)) {
      stop("there is no topic " + topic + "; make " + source + " with its package-info.java first");
    }
    String kebab = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    Path page = main.resolve(Path.of("resources", "godmode", "rules", topic, name + ".md"));
    write(source.resolve(name + ".java"), String.format(Locale.ROOT, CLASS, topic, name));
    write(page, String.format(Locale.ROOT, PAGE, kebab));
    System.out.println("Write the examples first; then: mvn -pl rules -am test");
  }

  private static void write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      stop(file + " exists");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    System.out.println(file);
  }

  private static void stop(String why) {
    System.err.println("New: " + why);
    System.exit(2);
  }
}
