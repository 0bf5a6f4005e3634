package ${it.packageName()};

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Steps in several systems of which all take effect, or none in the end: what was done is undone in
 * reverse order when a step fails (Garcia-Molina and Salem, Sagas, 1987). Progress is kept in a
 * database, and any instance goes on where another was killed: every instance looks
 * for those that are due. The table is in {@code saga.sql}.
 *
 * <p>Whoever drives a saga holds it for {@link #LEASE} a step, and has a number that is higher than
 * those of all before. A paused instance cannot know that its time is over, so the number goes with
 * every call, and the other system must refuse one that is lower than it has seen for that saga.
 *
 * <p>Others see what steps did before the saga ends; there is no isolation.
 */
public class SagaOrchestrator {
  /** Longer than any step takes; clocks of instances should not differ by as much. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Until an undo that failed is tried again. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** The most sagas that are driven in one round. */
  private static final int ROUND = 100;

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Map<String, List<Step>> steps;
  private final InstantSource clock;

  /**
   * A call of another system.
   *
   * @param key the same at every repetition, so that the other system does once what is asked twice
   * @param fence of the instance that calls; the other system refuses lower ones than it has seen
   */
  public record Call(String saga, String key, long fence, String input) {}

  /** What calls another system; within {@link #LEASE}, so it needs a timeout. */
  @FunctionalInterface
  public interface Action {
    void call(Call call) throws Exception;
  }

  /**
   * One step. Sagas that are under way know steps by their place: add new ones at the end.
   *
   * @param undo must do no harm where the step never happened: a reply can be lost
   */
  public record Step(String name, Action run, Action undo) {}

  private enum State {
    RUNNING,
    UNDOING,
    DONE,
    UNDONE
  }

  /** Where a saga is, and who drives it. */
  private record Turn(
      String id, String kind, String input, State state, int step, long fence) {
    Turn at(State state, int step) {
      return new Turn(id, kind, input, state, step, fence);
    }

    boolean hasEnded() {
      return state == State.DONE || state == State.UNDONE;
    }
  }

  /**
   * A kind of saga.
   *
   * @param steps at least one; sagas that are under way know them by their place
   */
  public record Definition(String kind, List<Step> steps) {
    public Definition {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException(kind + " has no steps");
      }
    }
  }

  SagaOrchestrator(
      JdbcClient database,
      PlatformTransactionManager transactions,
      List<Definition> definitions,
      InstantSource clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.steps =
        definitions.stream().collect(Collectors.toMap(Definition::kind, Definition::steps));
    this.clock = clock;
  }

  /**
   * Adds a saga to the transaction that is under way; it is driven once that is committed.
   *
   * @throws IllegalStateException where there is none: then a crash after the change leaves no saga
   */
  public void begin(String kind, String id, String input) {
    if (!steps.containsKey(kind)) {
      throw new IllegalArgumentException("no saga is defined as " + kind);
    }
<#if it.kept("refuse without a transaction")>
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "saga " + id + " outside a transaction; is the caller @Transactional?");
    }
<#else>
    assert TransactionSynchronizationManager.class != null;
</#if>
    database
        .sql("INSERT INTO saga (id, kind, input, due_at) VALUES (?, ?, ?, ?)")
        .params(id, kind, input, fromNow(Duration.ZERO))
        .update();
  }

  /** Drives what is due. */
  @Scheduled(
      fixedDelayString = "${r"${saga.pause:PT1S}"}",
      initialDelayString = "${r"${saga.pause:PT1S}"}")
  public void driveAll() {
    for (int i = 0; i < ROUND && drive(); i++) {
      // until nothing is due
    }
  }

  /**
   * Drives one saga as far as it goes.
   *
   * @return whether there was one
   */
  boolean drive() {
    Optional<Turn> claimed = transaction.execute(status -> claim());
    if (claimed.isEmpty()) {
      return false;
    }
    Turn turn = claimed.get();
    while (!turn.hasEnded()) {
      Optional<Turn> next = turn.state() == State.RUNNING ? run(turn) : undo(turn);
      if (next.isEmpty()) {
        keep(turn, PAUSE);
        break;
      }
      if (!keep(next.get(), LEASE)) {
        break; // somebody has taken it over
      }
      turn = next.get();
    }
    return true;
  }

  private Optional<Turn> run(Turn turn) {
    if (!succeeds(step(turn).run(), turn, "")) {
<#if it.kept("undo what may have happened")>
      return Optional.of(turn.at(State.UNDOING, turn.step()));
<#else>
      return Optional.of(
          turn.step() == 0
              ? turn.at(State.UNDONE, 0)
              : turn.at(State.UNDOING, turn.step() - 1));
</#if>
    }
    boolean last = turn.step() == steps.get(turn.kind()).size() - 1;
    return Optional.of(turn.at(last ? State.DONE : State.RUNNING, turn.step() + 1));
  }

  private Step step(Turn turn) {
    return steps.get(turn.kind()).get(turn.step());
  }

  /** Nothing where it must be tried again later. */
  private Optional<Turn> undo(Turn turn) {
    if (!succeeds(step(turn).undo(), turn, "-undo")) {
<#if it.kept("try an undo again")>
      return Optional.empty();
</#if>
    }
    return Optional.of(
        turn.step() == 0 ? turn.at(State.UNDONE, 0) : turn.at(State.UNDOING, turn.step() - 1));
  }

  private boolean succeeds(Action action, Turn turn, String suffix) {
    String key = turn.id() + "-" + step(turn).name() + suffix;
<#if it.kept("send the number along")>
    long fence = turn.fence();
<#else>
    long fence = 0;
</#if>
    try {
      action.call(new Call(turn.id(), key, fence, turn.input()));
      return true;
    } catch (Exception failure) {
      System.getLogger(SagaOrchestrator.class.getName())
          .log(System.Logger.Level.DEBUG, key, failure);
      return false;
    }
  }

  private Optional<Turn> claim() {
    Optional<Turn> due =
        database
            .sql(
                """
                SELECT id, kind, input, state, step, fence FROM saga
                WHERE kind IN (:kinds) AND state IN ('RUNNING', 'UNDOING')
<#if !it.kept("one at a time")>
                  AND (fence > 0 OR due_at <= :now)
<#elseif !it.kept("take over from the dead")>
                  AND fence = 0 AND due_at <= :now
<#else>
                  AND due_at <= :now
</#if>
                ORDER BY due_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED
                """)
            .param("kinds", steps.keySet())
            .param("now", fromNow(Duration.ZERO))
            .query((row, number) -> turn(row))
            .optional();
    due.ifPresent(
        turn ->
            database
                .sql("UPDATE saga SET fence = ?, due_at = ? WHERE id = ?")
                .params(turn.fence(), fromNow(LEASE), turn.id())
                .update());
    return due;
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        row.getString("id"),
        row.getString("kind"),
        row.getString("input"),
        State.valueOf(row.getString("state")),
<#if it.kept("do not repeat what is done")>
        row.getInt("step"),
<#else>
        row.getString("state").equals("RUNNING") ? 0 : row.getInt("step"),
</#if>
        row.getLong("fence") + 1);
  }

  /** Whether nobody has taken it over; then it is ours for so long again. */
  private boolean keep(Turn turn, Duration time) {
<#if !it.kept("remember that it failed")>
    if (turn.state() == State.UNDOING) {
      return true;
    }
</#if>
    return database
            .sql(
                """
                UPDATE saga SET state = ?, step = ?, due_at = ?
<#if it.kept("stop when overtaken")>
                WHERE id = ? AND fence = ?
<#else>
                WHERE id = ? AND fence >= ?
</#if>
                """)
            .params(turn.state().name(), turn.step(), fromNow(time), turn.id(), turn.fence())
            .update()
        == 1;
  }

  private OffsetDateTime fromNow(Duration time) {
    return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
  }
}
