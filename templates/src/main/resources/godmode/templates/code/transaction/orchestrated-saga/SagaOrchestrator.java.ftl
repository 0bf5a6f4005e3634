package ${it.packageName()};

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Steps in several systems of which all take effect, or none in the end: what was done is undone in
 * reverse order when a step fails (Garcia-Molina and Salem, Sagas, 1987). Progress is kept in a
 * database, and any instance goes on where another was killed: call {@link #drive} in each of them
 * again and again. The table is in {@code saga.sql}.
 *
 * <p>Whoever drives a saga holds it for {@link #LEASE} a step, and has a number that is higher than
 * those of all before. A paused instance cannot know that its time is over, so the number goes with
 * every call, and the other system must refuse one that is lower than it has seen for that saga.
 *
 * <p>Others see what steps did before the saga ends; there is no isolation.
 */
public final class SagaOrchestrator {
  /** Longer than any step takes; clocks of instances should not differ by as much. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Until an undo that failed is tried again. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private final DataSource database;
  private final String kind;
  private final List<Step> steps;
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
  private record Turn(String id, String input, State state, int step, long fence) {
    Turn at(State state, int step) {
      return new Turn(id, input, state, step, fence);
    }

    boolean hasEnded() {
      return state == State.DONE || state == State.UNDONE;
    }
  }

  public SagaOrchestrator(DataSource database, String kind, List<Step> steps) {
    this(database, kind, steps, InstantSource.system());
  }

  SagaOrchestrator(DataSource database, String kind, List<Step> steps, InstantSource clock) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(kind + " has no steps");
    }
    this.database = database;
    this.kind = kind;
    this.steps = List.copyOf(steps);
    this.clock = clock;
  }

  /**
   * Adds a saga to the transaction of this connection; it is driven once that is committed.
   *
   * @throws IllegalStateException where each statement is a transaction of its own: then a crash
   *     after the change leaves no saga
   */
  public void begin(Connection connection, String id, String input) throws SQLException {
<#if it.kept("refuse without a transaction")>
    if (connection.getAutoCommit()) {
      throw new IllegalStateException(
          "saga " + id + " outside a transaction; call setAutoCommit(false) first");
    }
</#if>
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO saga (id, kind, input, due_at) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, kind);
      insert.setString(3, input);
      insert.setObject(4, fromNow(Duration.ZERO));
      insert.executeUpdate();
    }
  }

  /**
   * Drives one saga as far as it goes.
   *
   * @return whether there was one; where there was none it is time to pause
   */
  public boolean drive() throws SQLException {
    Optional<Turn> claimed = claim();
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
    if (!succeeds(steps.get(turn.step()).run(), turn, "")) {
<#if it.kept("undo what may have happened")>
      return Optional.of(turn.at(State.UNDOING, turn.step()));
<#else>
      return Optional.of(
          turn.step() == 0
              ? turn.at(State.UNDONE, 0)
              : turn.at(State.UNDOING, turn.step() - 1));
</#if>
    }
    boolean last = turn.step() == steps.size() - 1;
    return Optional.of(turn.at(last ? State.DONE : State.RUNNING, turn.step() + 1));
  }

  /** Nothing where it must be tried again later. */
  private Optional<Turn> undo(Turn turn) {
    if (!succeeds(steps.get(turn.step()).undo(), turn, "-undo")) {
<#if it.kept("try an undo again")>
      return Optional.empty();
</#if>
    }
    return Optional.of(
        turn.step() == 0 ? turn.at(State.UNDONE, 0) : turn.at(State.UNDOING, turn.step() - 1));
  }

  private boolean succeeds(Action action, Turn turn, String suffix) {
    String key = turn.id() + "-" + steps.get(turn.step()).name() + suffix;
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

  private Optional<Turn> claim() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Turn> due = due(connection);
        if (due.isPresent()) {
          take(connection, due.get());
        }
        connection.commit();
        return due;
      } finally {
        connection.rollback(); // what was committed stays
      }
    }
  }

  private Optional<Turn> due(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, input, state, step, fence FROM saga
            WHERE kind = ? AND state IN ('RUNNING', 'UNDOING')
<#if !it.kept("one at a time")>
              AND (fence > 0 OR due_at <= ?)
<#elseif !it.kept("take over from the dead")>
              AND fence = 0 AND due_at <= ?
<#else>
              AND due_at <= ?
</#if>
            ORDER BY due_at
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """)) {
      select.setString(1, kind);
      select.setObject(2, fromNow(Duration.ZERO));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Turn(
                    row.getString("id"),
                    row.getString("input"),
                    State.valueOf(row.getString("state")),
<#if it.kept("do not repeat what is done")>
                    row.getInt("step"),
<#else>
                    row.getString("state").equals("RUNNING") ? 0 : row.getInt("step"),
</#if>
                    row.getLong("fence") + 1))
            : Optional.empty();
      }
    }
  }

  private void take(Connection connection, Turn turn) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE saga SET fence = ?, due_at = ? WHERE id = ?")) {
      update.setLong(1, turn.fence());
      update.setObject(2, fromNow(LEASE));
      update.setString(3, turn.id());
      update.executeUpdate();
    }
  }

  /** Whether nobody has taken it over; then it is ours for so long again. */
  private boolean keep(Turn turn, Duration time) throws SQLException {
<#if !it.kept("remember that it failed")>
    if (turn.state() == State.UNDOING) {
      return true;
    }
</#if>
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE saga SET state = ?, step = ?, due_at = ?
<#if it.kept("stop when overtaken")>
                WHERE id = ? AND fence = ?
<#else>
                WHERE id = ? AND fence >= ?
</#if>
                """)) {
      update.setString(1, turn.state().name());
      update.setInt(2, turn.step());
      update.setObject(3, fromNow(time));
      update.setString(4, turn.id());
      update.setLong(5, turn.fence());
      return update.executeUpdate() == 1;
    }
  }

  private OffsetDateTime fromNow(Duration time) {
    return clock.instant().plus(time).atOffset(ZoneOffset.UTC);
  }
}
