package godmode.engine;

import godmode.core.review.Finding;
import godmode.core.review.Severity;
import godmode.record.AtomicFile;
import godmode.record.Config;
import godmode.templates.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Switches the check on in a repository: configuration, baseline, and the file of the CI system
 * that it has. What is there already is kept as it is.
 */
public final class Setup {
  private static final String WORKFLOWS = ".github/workflows";
  private static final String GITHUB = WORKFLOWS + "/godmode.yml";
  private static final String GITLAB = ".gitlab-ci.yml";
  private static final String GITLAB_JOB = ".gitlab/godmode.gitlab-ci.yml";
  private static final String PRE_COMMIT = ".pre-commit-config.yaml";

  /** Bytes of a file of people that are looked at. */
  private static final int CONTENT_MAX = 1 << 20;

  /** Systems for which we have no file, by what they keep in a repository. */
  private static final List<String> OTHERS =
      List.of(
          ".circleci/config.yml",
          ".drone.yml",
          ".travis.yml",
          ".woodpecker.yml",
          "Jenkinsfile",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml");

  private final Session session;
  private final Optional<Release> release;
  private final Path top;
  private final String below;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Path, String> files = new LinkedHashMap<>();

  /** What was done about a file, or is for people to do. */
  public enum Deed {
    /** It was not there and is now. */
    WRITTEN,
    /** It was there already. */
    KEPT,
    /** People have to change it, because it is theirs. */
    FOR_PEOPLE
  }

  /**
   * One file.
   *
   * @param path relative to the root of the repository
   * @param what a phrase about it, for people
   * @param lines what people have to write, if they have to
   */
  public record Step(Deed deed, String path, String what, List<String> lines) {
    public Step {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param release from which CI jobs take the program; without one no CI file is planned
   */
  public Setup(Session session, Optional<Release> release) throws IOException {
    this.session = session;
    this.release = release;
    Path root = session.root();
    Optional<WorkTree> tree = WorkTree.around(root);
    this.top = tree.map(WorkTree::top).orElse(root);
    this.below = tree.map(found -> found.below(root)).orElse("");
    plan();
  }

  private void plan() throws IOException {
    boolean configured = session.baseline().isPresent();
    boolean fresh = isFree(below + Config.FILE);
    file(below + Config.FILE, "what is reviewed, and how strictly", text("config.yaml"));
    String baseline = below + session.baseline().orElse(KnownFindings.FILE);
    file(baseline, known(), KnownFindings.text(session.review()));
    if (!fresh && !configured) {
      steps.add(
          new Step(
              Deed.FOR_PEOPLE,
              below + Config.FILE,
              "add this line, so that known findings stop nothing",
              List.of("baseline: " + KnownFindings.FILE)));
    }
    if (isThere(WORKFLOWS)) {
      released(GITHUB, "runs the check on pull requests", "github-workflow.yml");
    }
    if (isThere(GITLAB)) {
      released(GITLAB_JOB, "a job that runs the check", "gitlab-job.yml");
      people(GITLAB, "include the job, if it is not yet", "include:", "  - local: " + GITLAB_JOB);
    }
    if (isThere(PRE_COMMIT)) {
      preCommit();
    }
    for (String other : OTHERS) {
      if (isThere(other)) {
        people(other, "let a job run this", command());
      }
    }
  }

  private void preCommit() throws IOException {
    String configuration = content(PRE_COMMIT);
    if (PreCommitHook.isIn(configuration)) {
      steps.add(new Step(Deed.KEPT, PRE_COMMIT, "runs the hook already", List.of()));
    } else if (release.isEmpty()) {
      unpublished(PRE_COMMIT, "has no hook of godmode");
    } else {
      boolean hasList = PreCommitHook.hasList(configuration);
      List<String> lines = new ArrayList<>(hasList ? List.of() : List.of("repos:"));
      lines.addAll(PreCommitHook.lines(configuration, release.get(), below.replaceAll("/$", "")));
      people(
          PRE_COMMIT,
          hasList ? "add the hook below 'repos:'" : "give it a list with the hook",
          lines.toArray(String[]::new));
    }
  }

  /** The beginning of a file, enough for one that people wrote; what is no text is odd text. */
  private String content(String path) throws IOException {
    Path file = InsideRoot.resolve(top, path);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(CONTENT_MAX), StandardCharsets.UTF_8);
    }
  }

  /** What to do in a repository that keeps no file of a CI system that is known. */
  public Optional<String> advice() throws IOException {
    if (isThere(WORKFLOWS) || isThere(GITLAB)) {
      return Optional.empty();
    }
    for (String other : OTHERS) {
      if (isThere(other)) {
        return Optional.empty();
      }
    }
    return Optional.of("No CI file found; let yours run '" + command() + "'.");
  }

  /** What the baseline holds, by severity. */
  private String known() {
    List<Finding> findings = session.review().findings();
    String each =
        Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
            .filter(severity -> count(findings, severity) > 0)
            .map(severity -> Values.count(count(findings, severity), severity.word()))
            .collect(Collectors.joining(", "));
    return each.isEmpty()
        ? "no findings today; new ones will count"
        : "the findings of today, which stop nothing: " + each;
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private String command() {
    return "godmode distributed " + directory() + " --validate --no-input";
  }

  /** The reviewed directory as a word of a command line. */
  private String directory() {
    String path = below.isEmpty() ? "." : below.substring(0, below.length() - 1);
    return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private boolean isThere(String path) throws IOException {
    return Files.exists(InsideRoot.resolve(top, path));
  }

  private boolean isFree(String path) throws IOException {
    return !Files.exists(InsideRoot.resolve(top, path), LinkOption.NOFOLLOW_LINKS);
  }

  private void file(String path, String what, String text) throws IOException {
    boolean free = isFree(path);
    steps.add(new Step(free ? Deed.WRITTEN : Deed.KEPT, path, what, List.of()));
    if (free) {
      files.put(InsideRoot.resolve(top, path), text);
    }
  }

  private void released(String path, String what, String template) throws IOException {
    if (release.isPresent() || !isFree(path)) {
      file(path, what, release.isPresent() ? filled(text(template), release.get()) : "");
    } else {
      unpublished(path, "is not written");
    }
  }

  private void unpublished(String path, String what) {
    people(
        path,
        what + ", because this build does not know who publishes it; run again with",
        "godmode init " + directory() + " --from OWNER/NAME");
  }

  private void people(String path, String what, String... lines) {
    steps.add(new Step(Deed.FOR_PEOPLE, path, what, List.of(lines)));
  }

  private String filled(String template, Release from) {
    return template
        .replace("@ADDRESS@", from.address())
        .replace("@REPOSITORY@", from.repository())
        .replace("@TAG@", from.tag())
        .replace("@PATH@", directory());
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = Setup.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What is done, in order. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /**
   * Writes what is missing: all of it, or nothing.
   *
   * @throws UserError if a file cannot be written
   */
  public void write() throws IOException {
    try {
      AtomicFile.writeAll(files);
    } catch (IOException refused) {
      throw new UserError(String.valueOf(refused.getMessage()));
    }
  }
}
