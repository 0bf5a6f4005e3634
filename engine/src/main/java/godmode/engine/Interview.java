package godmode.engine;

import godmode.core.decide.Contradictions;
import godmode.core.decide.Contradictions.Contradiction;
import godmode.core.decide.DecisionTable;
import godmode.core.decide.Recommendation;
import godmode.core.decide.Situation;
import godmode.core.design.DeclaredPath;
import godmode.core.fact.Origin;
import godmode.core.interview.AnswerSource;
import godmode.core.interview.AnswerSource.Progress;
import godmode.core.interview.Field;
import godmode.core.interview.Question;
import godmode.core.interview.Questionnaire;
import godmode.core.interview.Reply;
import godmode.core.interview.Reply.Given;
import godmode.core.interview.Topic;
import godmode.core.report.Part;
import godmode.core.review.Finding;
import godmode.core.review.OpenDecision;
import godmode.core.review.Severity;
import godmode.record.AnswersTemplate;
import godmode.record.RecordSchema;
import godmode.record.RecordWriter.Note;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks for what is open, one screen at a time, and reviews after each answer. Answers that exclude
 * each other put CAP again; an answer that a rule refuses is put once more, with the reason.
 */
public final class Interview {
  private static final int DISCARDS_MAX = 5;

  /** What is drafted from the answers, and so comes after them. */
  private static final List<Topic> LAST = List.of(Topic.PLAN, Topic.REVIEW);

  private final Session session;
  private final List<Part> parts;
  private final int roundsMax;
  private final Runnable kept;
  private final Deque<Step> before = new ArrayDeque<>();
  private Set<String> left = new LinkedHashSet<>();
  private Set<String> again = new LinkedHashSet<>();
  private Set<String> asked = new LinkedHashSet<>();
  private final Set<String> discarded = new HashSet<>();

  /** Findings that came with an answer, and its paths. */
  private final Map<String, List<String>> introduced = new LinkedHashMap<>();

  private int discards;
  private int rounds;
  private String remark = "";
  private Optional<String> refused = Optional.empty();

  /** Where the interview was before an answer. */
  private record Step(
      Session.State state, Set<String> left, Set<String> again, Set<String> asked) {}

  /**
   * @param parts what to ask about; empty for the whole design
   * @param roundsMax how many questions may be put, those put again included
   */
  public Interview(Session session, List<Part> parts, int roundsMax) {
    this(session, parts, roundsMax, () -> {});
  }

  /**
   * @param kept runs after each answer, so that nothing is lost by what comes next
   */
  public Interview(Session session, List<Part> parts, int roundsMax, Runnable kept) {
    this.session = session;
    this.parts = List.copyOf(parts);
    this.roundsMax = roundsMax;
    this.kept = kept;
  }

  /** The open decisions that the asked parts need; those of the CAP gate always. */
  public List<OpenDecision> open() {
    return session.review().open().stream().filter(this::isNeeded).toList();
  }

  /**
   * What the interview would still ask, and only recommendations wait for. It is open where nobody
   * can be asked, and makes no item of the checklist open.
   */
  public List<Field> unanswered() {
    if (isGateClosed()) {
      return List.of();
    }
    Set<String> decisions = open().stream().map(OpenDecision::path).collect(Collectors.toSet());
    List<Field> fields = new ArrayList<>();
    for (Question question : questions()) {
      Map<String, String> said = new LinkedHashMap<>();
      for (Field field : question.fields()) {
        session.declared().text(field.path()).ifPresent(text -> said.put(field.path(), text));
        boolean waits =
            field.role() == Field.Role.NEEDED
                && !LAST.contains(question.topic())
                && question.applies(field, said)
                && field.paths().stream().noneMatch(decisions::contains);
        if (waits) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  /** Whether nothing may be designed yet: how the data behaves in a partition is not decided. */
  public boolean isGateClosed() {
    return session.review().open().stream().anyMatch(OpenDecision::isGate);
  }

  /** Answers that exclude each other; nothing is designed on them. */
  public List<Contradiction> contradictions() {
    return Contradictions.of(situation());
  }

  /** The questions that are still to be put, in their order. */
  public List<Question> questions() {
    List<Question> open =
        Questionnaire.open(session.review(), again::contains).stream()
            .filter(this::isAsked)
            .filter(question -> !left.contains(question.id()))
            .toList();
    List<Question> gates = open.stream().filter(Question::gate).toList();
    return gates.isEmpty() ? open : gates;
  }

  /** Takes over a session that was stopped: what it had answered counts as put. */
  public int resume(SessionDraft draft) throws IOException {
    Set<String> open = ids();
    int answers = draft.resume();
    open.removeAll(ids());
    asked.addAll(open);
    return answers;
  }

  private Set<String> ids() {
    return Questionnaire.open(session.review(), path -> false).stream()
        .filter(this::isAsked)
        .map(Question::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many different questions were put. */
  public int asked() {
    return asked.size();
  }

  private boolean isNeeded(OpenDecision decision) {
    return decision.isGate()
        || parts.isEmpty()
        || parts.stream()
            .anyMatch(part -> part.items().stream().anyMatch(decision.items()::contains));
  }

  /** Of a part, what its rules wait for, and what its recommendations need. */
  private boolean isAsked(Question question) {
    if (parts.isEmpty() || question.gate()) {
      return true;
    }
    Set<String> needed = open().stream().map(OpenDecision::path).collect(Collectors.toSet());
    boolean waiting =
        question.fields().stream().flatMap(f -> f.paths().stream()).anyMatch(needed::contains);
    return waiting || (question.topic() != Topic.PLAN && question.topic().isFor(parts));
  }

  private Situation situation() {
    return new Situation(session.review().designs(), session.review().declared());
  }

  /** Asks until nothing is open, the person has had enough, or the rounds are spent. */
  public void run(AnswerSource people) {
    boolean going = true;
    while (going && rounds < roundsMax) {
      Optional<Question> next = next();
      if (next.isEmpty()) {
        going = discard(people);
      } else {
        going = put(next.get(), people);
      }
    }
  }

  /** The last questions are kept for the plan and the drafts. */
  private Optional<Question> next() {
    List<Question> open = questions();
    Optional<Question> first = open.stream().findFirst();
    boolean spent = asked.size() >= Questionnaire.QUESTIONS_MAX - LAST.size();
    if (first.isEmpty() || !spent || asked.contains(first.get().id()) || first.get().gate()) {
      return first;
    }
    return asked.size() >= Questionnaire.QUESTIONS_MAX
        ? Optional.empty()
        : open.stream().filter(question -> LAST.contains(question.topic())).findFirst();
  }

  private boolean put(Question question, AnswerSource people) {
    rounds++;
    boolean isNew = asked.add(question.id());
    int number = asked.size();
    int about = Math.min(Questionnaire.QUESTIONS_MAX, number - 1 + ahead(question));
    Reply reply =
        people.ask(
            question, new Progress(number, about, remark, before.isEmpty(), RecordSchema::check));
    remark = "";
    if (reply instanceof Reply.Said said) {
      take(question, said.said(), people);
    } else if (reply.equals(Reply.NOT_KNOWN)) {
      take(question, ReplyValues.safe(question), people);
    } else if (reply.equals(Reply.BACK)) {
      back(question, isNew);
    } else if (reply.equals(Reply.LEFT)) {
      if (question.gate()) {
        return false;
      }
      left.add(question.id());
    } else {
      return false;
    }
    return !isEnough(people);
  }

  /** How many questions are ahead, as far as can be told: some open others. */
  private int ahead(Question current) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(current.id());
    boolean opens = false;
    for (Question question : Questionnaire.open(session.review(), again::contains)) {
      if (isAsked(question) && !left.contains(question.id())) {
        ids.add(question.id());
        opens |= question.topic() == Topic.OPERATIONS;
      }
    }
    return ids.size() + (opens ? 1 : 0);
  }

  private void back(Question question, boolean isNew) {
    if (isNew) {
      asked.remove(question.id());
    }
    if (!before.isEmpty()) {
      Step step = before.pop();
      session.restore(step.state());
      left = new LinkedHashSet<>(step.left());
      again = new LinkedHashSet<>(step.again());
      asked = new LinkedHashSet<>(step.asked());
      kept.run();
    }
  }

  private void take(Question question, Map<String, Given> given, AnswerSource people) {
    Set<String> without = new LinkedHashSet<>(asked);
    without.remove(question.id());
    before.push(
        new Step(session.state(), new LinkedHashSet<>(left), new LinkedHashSet<>(again), without));
    List<Recommendation> known = DecisionTable.of(situation());
    Set<String> found = severe();
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Note> notes = new LinkedHashMap<>();
    given.forEach((path, value) -> ReplyValues.expand(question, path, value, said, notes));
    if (said.isEmpty()) {
      left.add(question.id());
    } else {
      question.fields().forEach(field -> again.removeAll(field.paths()));
      session.answer(said, notes);
      accepted(said.keySet());
      severe().stream()
          .filter(finding -> !found.contains(finding))
          .forEach(finding -> introduced.put(finding, List.copyOf(said.keySet())));
      kept.run();
    }
    if (!LAST.contains(question.topic())) {
      List<Recommendation> follows =
          DecisionTable.of(situation()).stream().filter(it -> !known.contains(it)).toList();
      people.tell(follows);
    }
    contradicted();
  }

  /** Drafts that were accepted bring what belongs to them. */
  private void accepted(Set<String> said) {
    Map<String, String> details =
        Questionnaire.accepted(
            session.review(),
            path -> said.contains(path.startsWith("experiments.") ? "experiments" : path));
    if (!details.isEmpty()) {
      session.answer(details, Map.of());
    }
  }

  /** Puts CAP again where answers exclude each other. */
  private void contradicted() {
    List<Contradiction> found =
        contradictions().stream()
            .filter(it -> it.paths().stream().noneMatch(again::contains))
            .toList();
    if (found.isEmpty()) {
      if (again.isEmpty() && !isRefused()) {
        discards = 0;
      }
      return;
    }
    discards++;
    Contradiction first = found.get(0);
    again.addAll(first.paths());
    Situation it = situation();
    String data = DeclaredPath.key(first.dataClass());
    again.add("data." + data + ".reads");
    again.add("data." + data + ".partition");
    dependents(it, first.dataClass(), again);
    remark =
        "CRASH: "
            + first.what()
            + " Both cannot hold, so CAP of "
            + first.dataClass()
            + " is put again, and then what rests on it.";
  }

  /** Whether the answer that was put again is still one that a rule refuses. */
  private boolean isRefused() {
    return refused.isPresent()
        && session.review().findings().stream().map(Interview::key).anyMatch(refused.get()::equals);
  }

  private static String key(Finding finding) {
    return finding.rule() + " " + finding.subject();
  }

  /** What was answered in this session and rests on the CAP of a class of data. */
  private void dependents(Situation it, String data, Set<String> paths) {
    for (String path : StaleMarks.dependents(it, data)) {
      if (session.answered().containsKey(path)) {
        paths.add(path);
      }
    }
  }

  /** Puts an answer again that a rule refuses; once for each finding. */
  private boolean discard(AnswerSource people) {
    for (Finding finding : session.review().findings()) {
      List<String> paths = answers(finding);
      if (finding.severity().atLeast(Severity.WARNING)
          && !paths.isEmpty()
          && discarded.add(key(finding))) {
        again.addAll(paths);
        if (questions().isEmpty()) {
          again.removeAll(paths);
        } else {
          discards++;
          refused = Optional.of(key(finding));
          remark = "DISCARD: " + finding.what() + ". " + finding.fix() + " Or keep the answer.";
          return !isEnough(people);
        }
      }
    }
    return false;
  }

  /** The answers that a finding rests on, or that it came with. */
  private List<String> answers(Finding finding) {
    List<String> paths =
        finding.grounds().stream()
            .flatMap(ground -> answeredAt(ground.origin()).stream())
            .distinct()
            .toList();
    return paths.isEmpty() ? introduced.getOrDefault(key(finding), List.of()) : paths;
  }

  private Set<String> severe() {
    return session.review().findings().stream()
        .filter(finding -> finding.severity().atLeast(Severity.WARNING))
        .map(Interview::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** More than five answers in a row that cannot stay end the session. */
  private boolean isEnough(AnswerSource people) {
    if (discards <= DISCARDS_MAX) {
      return false;
    }
    people.remark(
        "More than "
            + DISCARDS_MAX
            + " answers in a row cannot stay as they are, so the session ends here. What was said"
            + " is kept; what to revise is listed below.");
    return true;
  }

  private Optional<String> answeredAt(Origin origin) {
    return origin.match(
        declared -> Optional.empty(),
        detected -> Optional.empty(),
        answered -> Optional.of(answered.question()).filter(session.answered()::containsKey),
        vendorDefault -> Optional.empty());
  }

  /**
   * The questions as an answers file to fill in: those that are open, and those that open when what
   * is proposed is said. The session is afterwards as it was.
   */
  public String template() {
    Session.State state = session.state();
    Map<String, Question> found = new LinkedHashMap<>();
    new Interview(session, parts, roundsMax)
        .run(
            (question, progress) -> {
              boolean first = found.putIfAbsent(question.id(), question) == null;
              return first ? new Reply.Said(ReplyValues.likely(question)) : Reply.ENOUGH;
            });
    session.restore(state);
    return AnswersTemplate.of(session.system(), List.copyOf(found.values()));
  }
}
