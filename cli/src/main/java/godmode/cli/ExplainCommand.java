package godmode.cli;

import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.engine.Engine;
import godmode.engine.KnownNames;
import godmode.engine.RuleNames;
import godmode.engine.Session;
import godmode.engine.SessionRequest;
import godmode.engine.UserError;
import godmode.templates.Untrusted;
import godmode.templates.document.TechnologyPage;
import godmode.templates.text.WhyText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of a rule, a technology or a concept, or why a rule did or did not fire. */
@Command(
    name = "explain",
    description = {
      "Print what a rule checks, why it matters, and how to fix it.",
      "",
      "Of a technology, print its guarantees, defaults, risks and sources; of a concept, such as"
          + " fencing-token, what it means and which rules rest on it. 'explain concepts' lists them.",
      "",
      "With --on, print what the rule says of one component, lock, topic or operation of the"
          + " repository, and why."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExplainCommand implements Callable<Integer> {
  private final Godmode.Surroundings around;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description =
          "Name of a rule, as printed in reports, of a technology, such as kafka, or of a concept.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PATH",
      description = "Directory that --on looks into (default: the current one).")
  private Optional<Path> path = Optional.empty();

  @Option(
      names = "--on",
      paramLabel = "NAME",
      description = "Say why the rule did or did not fire on this.")
  private Optional<String> on = Optional.empty();

  ExplainCommand(Godmode.Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    RuleNames names = RuleNames.standard();
    boolean here = on.isPresent() || path.isPresent();
    Optional<String> other =
        names.find(name).isPresent() || here ? Optional.empty() : Optional.of(other(name));
    if (other.isPresent()) {
      spec.commandLine().getOut().print(other.get());
      return ExitCode.OK.value();
    }
    Rule rule = names.find(name).orElseThrow(() -> new UserError(names.unknown(name)));
    if (on.isEmpty() && path.isPresent()) {
      throw new UserError("a path is for --on; add --on NAME, or leave out " + path.get());
    }
    spec.commandLine().getOut().print(on.isPresent() ? here(rule, on.get()) : page(rule));
    return ExitCode.OK.value();
  }

  /** The page of a technology or of a concept. */
  private static String other(String name) {
    KnownNames known = KnownNames.standard();
    if (name.equals("concepts")) {
      return known.conceptTable();
    }
    return known
        .technology(name)
        .map(TechnologyPage::of)
        .or(() -> known.concept(name))
        .orElseThrow(() -> new UserError(known.unknown(name)));
  }

  private String here(Rule rule, String subject) throws IOException {
    Session session =
        new Session(Engine.standard(), SessionRequest.of(path.stream().toList(), around.clock()));
    List<String> judged = WhyText.subjects(session.review(), Rules.name(rule));
    String text = WhyText.of(session.review(), Rules.name(rule), subject);
    if (text.isEmpty()) {
      throw new UserError(
          Rules.name(rule)
              + " judged nothing that is called '"
              + Untrusted.line(subject)
              + "' in this repository; "
              + (judged.isEmpty()
                  ? "there is nothing here that it judges"
                  : "it judged " + String.join(", ", judged)));
    }
    return text;
  }

  private static String page(Rule rule) throws IOException {
    return Rules.page(rule)
        .orElseThrow(() -> new IllegalStateException(rule.getClass() + " has no page"));
  }
}
