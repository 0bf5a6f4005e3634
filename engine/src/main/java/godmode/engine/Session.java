package godmode.engine;

import godmode.core.decide.Situation;
import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.RepositorySnapshot;
import godmode.core.fact.Origin;
import godmode.core.interview.Derived;
import godmode.core.interview.Questionnaire;
import godmode.core.interview.Reply.How;
import godmode.core.report.SourceLines;
import godmode.core.review.Notice;
import godmode.core.review.OpenDecision;
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
import org.jspecify.annotations.Nullable;

/**
 * One walk through a repository: what was found, what is declared, and what is answered on the way.
 * It writes nothing; {@link Artifacts} does.
 */
public final class Session {
  private static final String STORES = "data.*.stores";
  private static final String SYSTEM_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final RecordWriter.Note ASSUMED =
      new RecordWriter.Note(How.ASSUMED.word(), "", "", "");

  private final Engine engine;
  private final SessionRequest request;
  private final Project project;
  private final String inRepository;
  private final Config config;
  private final RepositorySnapshot files;
  private final Analysis analysis;
  private final String system;
  private final boolean recorded;
  private final Reviewing reviewing;
  private final List<Notice> remarks = new ArrayList<>();
  private final Answers answers;
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
    Analysis found = engine.analyse(files, config, folder(root));
    this.answers = Answers.of(request.answers(), request.settings());
    Optional<String> asked = request.system().or(() -> answers.fromFile().text("system.name"));
    this.system = named(project.system(asked, found.suggestedName()));
    DesignRecord.Reading record = project.recorded(system);
    this.analysis = found.noting(project.upgrade(system, record));
    this.recorded = !record.declarations().isEmpty();
    this.reviewing = Reviewing.of(engine, request, project, config, inRepository, files);
    Declarations said = answers.fromFile().under(settings());
    this.declared = record.declarations().under(said).under(stores(record.declarations(), said));
    this.review = reviewed(declared);
    complete(record.declarations(), said);
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

  private Declarations settings() {
    Map<String, Declarations.Declared> said = new LinkedHashMap<>();
    answers.settings().forEach((path, text) -> said.putAll(answer(path, text)));
    return Declarations.of(said);
  }

  /** What follows from answers without a terminal, and what is assumed where nobody knows. */
  private void complete(Declarations record, Declarations said) {
    Map<String, String> further = new LinkedHashMap<>();
    said.all().forEach((path, value) -> further.putAll(Derived.of(path, value.text())));
    further.keySet().removeIf(path -> declared.text(path).isPresent());
    if (!further.isEmpty()) {
      answer(further, Map.of());
    }
    assume();
    Map<String, String> drafts =
        Questionnaire.accepted(
            review, path -> said.text(path).isPresent() && record.text(path).isEmpty());
    if (!drafts.isEmpty()) {
      answer(drafts, Map.of());
    }
  }

  private void assume() {
    if (answers.notKnown().isEmpty() || review.open().stream().anyMatch(OpenDecision::isGate)) {
      return;
    }
    boolean more = true;
    while (more) {
      Map<String, String> safe = Assumed.of(review, answers.notKnown());
      Map<String, RecordWriter.Note> how = new LinkedHashMap<>();
      safe.keySet().forEach(path -> how.put(path, ASSUMED));
      if (!safe.isEmpty()) {
        answer(safe, how);
      }
      more = !safe.isEmpty();
    }
    List<Notice> rest = Assumed.rest(review, answers.notKnown());
    if (!rest.isEmpty()) {
      remarks.addAll(rest);
      review = reviewed(declared);
    }
  }

  /** Reviews what is declared under what the project accepts. */
  private Review reviewed(Declarations said) {
    return reviewing.of(analysis.noting(remarks), system, said);
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
    return answers.fromFile();
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
