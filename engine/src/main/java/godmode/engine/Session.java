package godmode.engine;

import godmode.core.decide.Situation;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Origin;
import godmode.core.fact.Place;
import godmode.core.report.SourceLines;
import godmode.core.review.Acceptance;
import godmode.core.review.Finding;
import godmode.core.review.Notice;
import godmode.core.review.OpenDecision;
import godmode.core.review.Policy;
import godmode.core.review.Review;
import godmode.detectors.read.DirectorySnapshot;
import godmode.record.Config;
import godmode.record.DesignRecord;
import godmode.record.RecordSchema;
import godmode.record.RecordWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a repository: what was found, what is declared, and what is answered on the way.
 * It writes nothing; {@link Artifacts} does.
 */
public final class Session {
  private static final String STORES = "data.*.stores";
  private static final String SYSTEM_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private final Engine engine;
  private final SessionRequest request;
  private final Project project;
  private final String inRepository;
  private final Config config;
  private final RepositorySnapshot files;
  private final Analysis analysis;
  private final String system;
  private final boolean recorded;
  private final Policy policy;
  private final Declarations fromFile;
  private final Map<String, String> answered = new LinkedHashMap<>();
  private final Map<String, RecordWriter.Note> notes = new LinkedHashMap<>();
  private Declarations declared;
  private Review review;
  private @Nullable Review shown;

  /**
   * Looks at the repository and hears what is already declared.
   *
   * @throws UserError if a path, the record, the answers or the configuration cannot be used
   */
  public Session(Engine engine, SessionRequest request) throws IOException {
    this.engine = engine;
    this.request = request;
    List<Path> roots = new ArrayList<>();
    for (Path root : request.roots()) {
      roots.add(directory(root));
    }
    Path root = roots.get(0);
    this.inRepository = WorkTree.prefix(roots);
    this.project = new Project(root);
    this.config = project.config();
    this.files = DirectorySnapshot.of(request.roots());
    this.analysis = engine.analyse(files, config, folder(root));
    this.fromFile = answers();
    Optional<String> asked = request.system().or(() -> fromFile.text("system.name"));
    this.system = named(project.system(asked, analysis.suggestedName()));
    Declarations record = project.recorded(system);
    this.recorded = !record.isEmpty();
    this.policy = policy();
    Declarations said = fromFile.under(settings());
    this.declared = record.under(said).under(stores(record, said));
    this.review = reviewed(declared);
  }

  private static Path directory(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UserError(path + " does not exist; name the directory of a repository");
    }
    if (!Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new UserError(path + " is no directory that can be read; name that of a repository");
    }
    return path.toRealPath();
  }

  static String folder(Path root) {
    Path name = root.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String named(String system) {
    if (!system.matches(SYSTEM_NAME)) {
      throw new UserError(
          "'" + system + "' cannot name a file; use letters, digits, dots, dashes and underscores");
    }
    return system;
  }

  private Declarations answers() throws IOException {
    if (request.answers().isEmpty()) {
      return Declarations.NONE;
    }
    Path file = request.answers().get();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UserError("the answers file " + file + " cannot be read; check the path");
    }
    String name = file.toString();
    return Project.declarations(name, Project.text(file, name), DesignRecord.Kind.ANSWERS);
  }

  private Declarations settings() {
    Map<String, Declarations.Declared> said = new LinkedHashMap<>();
    request
        .settings()
        .forEach(
            (path, text) -> {
              RecordSchema.check(path, text)
                  .ifPresent(
                      problem -> {
                        throw new UserError("--set " + path + "=" + text + ": " + problem);
                      });
              said.putAll(answer(path, text));
            });
    return Declarations.of(said);
  }

  private Map<String, Declarations.Declared> answer(String path, String text) {
    Map<String, Declarations.Declared> said = new LinkedHashMap<>();
    RecordSchema.expand(path, text)
        .forEach(
            (field, value) ->
                said.put(field, new Declarations.Declared(value, new Origin.Answered(path))));
    answered.put(path, text);
    return said;
  }

  private Policy policy() throws IOException {
    List<Acceptance> counting =
        project.accepted().stream()
            .map(engine.rules()::current)
            .map(acceptance -> acceptance.below(inRepository))
            .filter(acceptance -> acceptance.countsOn(request.today()))
            .toList();
    return new Policy(counting, engine.rules().current(config.severities(), Config.FILE));
  }

  /** Reviews, and again where the files themselves accept what was found in them. */
  private Review reviewed(Declarations said) {
    Review first = noting(review(said, policy, List.of()));
    InlineAcceptances inline = InlineAcceptances.of(files, first.findings(), engine.rules());
    if (inline.acceptances().isEmpty() && inline.notices().isEmpty()) {
      return first;
    }
    List<Acceptance> all = new ArrayList<>(policy.accepted());
    inline.acceptances().stream()
        .filter(acceptance -> acceptance.countsOn(request.today()))
        .forEach(all::add);
    return noting(review(said, new Policy(all, policy.ceilings()), inline.notices()));
  }

  /** Says which acceptances miss a finding only because it points at another file. */
  private Review noting(Review found) {
    List<Notice> missed = new ArrayList<>();
    for (Acceptance acceptance : policy.accepted()) {
      boolean counts =
          found.accepted().stream().anyMatch(accepted -> accepted.acceptance().equals(acceptance));
      found.findings().stream()
          .filter(finding -> !counts && acceptance.misses(finding))
          .findFirst()
          .map(finding -> missed(acceptance, finding))
          .ifPresent(missed::add);
    }
    return missed.isEmpty() ? found : found.showing(found.findings(), found.tried(), missed);
  }

  private static Notice missed(Acceptance acceptance, Finding finding) {
    String places =
        finding.places().stream().map(Place::file).distinct().collect(Collectors.joining(", "));
    String points = places.isEmpty() ? "no file; leave the path out" : places;
    String text =
        acceptance.at()
            + ": '"
            + acceptance.path().orElse("")
            + "' accepts nothing: "
            + finding.rule()
            + " of "
            + finding.subject()
            + " points at "
            + points;
    return new Notice(text, false);
  }

  private Review review(Declarations said, Policy counting, List<Notice> further) {
    return engine.review(analysis.noting(further), system, said, counting, request.environment());
  }

  /** Everything a person has said so far, to come back to. */
  record State(
      Declarations declared,
      Review review,
      Map<String, String> answered,
      Map<String, RecordWriter.Note> notes) {}

  State state() {
    return new State(declared, review, new LinkedHashMap<>(answered), new LinkedHashMap<>(notes));
  }

  /** Goes back to where the session was. */
  void restore(State before) {
    declared = before.declared();
    review = before.review();
    shown = null;
    answered.clear();
    answered.putAll(before.answered());
    notes.clear();
    notes.putAll(before.notes());
  }

  /**
   * Takes checked answers and reviews again.
   *
   * @param said by their paths
   * @param how how each of them came about; what is not in it is said on the way
   */
  void answer(Map<String, String> said, Map<String, RecordWriter.Note> how) {
    Map<String, Declarations.Declared> scalars = new LinkedHashMap<>();
    said.forEach(
        (path, text) -> {
          scalars.putAll(answer(path, text));
          dataClass(path).ifPresent(data -> scalars.putAll(stores(data, storesOf(data), declared)));
        });
    notes.putAll(how);
    declared = declared.under(Declarations.of(scalars));
    review = reviewed(declared);
    shown = null;
  }

  private static Optional<String> dataClass(String path) {
    List<String> names = DeclaredPath.split(path);
    return names.size() > 1 && names.get(0).equals("data")
        ? Optional.of(names.get(1))
        : Optional.empty();
  }

  private List<String> storesOf(String dataClass) {
    return new Situation(review.designs(), review.declared())
        .storesOf(dataClass).stream().map(store -> store.id()).toList();
  }

  /** A class of data that was only proposed becomes one of the record, with its stores. */
  private Map<String, Declarations.Declared> stores(
      String dataClass, List<String> holders, Declarations said) {
    String path = DeclaredPath.of(STORES, dataClass);
    List<String> stores = new ArrayList<>(said.list(path));
    holders.stream().filter(store -> !stores.contains(store)).forEach(stores::add);
    return stores.isEmpty() || stores.equals(said.list(path))
        ? Map.of()
        : answer(path, String.join(", ", stores));
  }

  /** The same for classes that are said without stores by options or in the answers file. */
  private Declarations stores(Declarations record, Declarations said) {
    List<String> without =
        said.keys("data").stream()
            .filter(name -> record.under(said).list(DeclaredPath.of(STORES, name)).isEmpty())
            .toList();
    Declarations stores = Declarations.NONE;
    if (!without.isEmpty()) {
      for (OpenDecision open : reviewed(record).open()) {
        if (open.path().startsWith("data.") && without.contains(open.about())) {
          stores = stores.under(Declarations.of(stores(open.about(), open.subjects(), stores)));
        }
      }
    }
    return stores;
  }

  /** The review with everything that is declared so far. */
  public Review review() {
    return review;
  }

  /** The same with what the models show, where that was asked for; looked for once. */
  public Review shown() {
    Review known = shown;
    if (known == null) {
      known = shown(review);
      shown = known;
    }
    return known;
  }

  private Review shown(Review plain) {
    return request.counterexamples() ? Counterexamples.shown(plain, engine.models()) : plain;
  }

  /** What was found. */
  public Analysis analysis() {
    return analysis;
  }

  /** The name of the system. */
  public String system() {
    return system;
  }

  /** Whether a design record existed when the session began. */
  public boolean isRecorded() {
    return recorded;
  }

  /** From which severity on the configuration lets findings fail, if it says so. */
  public Optional<String> failOn() {
    return config.failOn();
  }

  /** Whether open questions fail, if the configuration says so. */
  public Optional<Boolean> openFails() {
    return config.openQuestions().map("fail"::equals);
  }

  /** The file with known findings, if the configuration names one. */
  public Optional<String> baseline() {
    return config.baseline();
  }

  /** What this session was asked to look at. */
  public SessionRequest request() {
    return request;
  }

  /** The reviewed directory; of several, the first. */
  public Path root() {
    return project.root();
  }

  /** Where the reviewed directory is in its repository, ending with {@code /}. */
  public String inRepository() {
    return inRepository;
  }

  /**
   * What stands in the reviewed files. The answers file has a name of its own, which could be that
   * of a reviewed file; it is not shown.
   */
  public SourceLines sources() {
    SourceLines lines = new SnapshotLines(files);
    Optional<String> answers = request.answers().map(Path::toString);
    return file -> answers.equals(Optional.of(file)) ? List.of() : lines.of(file);
  }

  Project project() {
    return project;
  }

  /** What the answers file says. */
  Declarations fromFile() {
    return fromFile;
  }

  /** What a person said in this session, by its path in the record. */
  Map<String, String> answered() {
    return answered;
  }

  /** The paths at which a person said something in this session, or on the command line. */
  public Set<String> answeredPaths() {
    return Collections.unmodifiableSet(answered.keySet());
  }

  /** How what was said came about, by its path in the record. */
  Map<String, RecordWriter.Note> notes() {
    return notes;
  }

  /** What is declared so far. */
  Declarations declared() {
    return declared;
  }

  /** The review with what the record holds now that it is written. */
  Review reviewOf(Declarations written) {
    return shown(reviewed(written));
  }
}
