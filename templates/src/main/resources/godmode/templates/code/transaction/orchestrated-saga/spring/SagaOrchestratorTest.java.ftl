package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SagaOrchestratorTest {
  private static final Set<String> ALL = Set.of("reserve", "charge", "ship");

  private final JdbcDataSource source = new JdbcDataSource();
  private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
  private final JdbcClient database = JdbcClient.create(source);
  private Instant now = Instant.parse("2024-01-01T00:00:00Z");
  private Connection open; // a database in memory lasts as long as a connection to it

  /** Other systems: what they did, and the highest number they have seen. They know keys again. */
  private final Set<String> effects = new TreeSet<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Long> fences = new HashMap<>();
  private final Map<String, Runnable> before = new HashMap<>(); // what happens until a call arrives

  private String down = "";
  private String losesItsReply = "";
  private int killAt = Integer.MAX_VALUE;
  private int moments;

  /** A process that is killed runs nothing more, no handler either. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void create() throws SQLException {
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;LOCK_TIMEOUT=50");
    open = source.getConnection();
    new ResourceDatabasePopulator(new ClassPathResource("saga.sql", SagaOrchestrator.class))
        .execute(source);
  }

  @AfterEach
  void drop() throws SQLException {
    open.close();
  }

  private void moment() {
    if (++moments == killAt) {
      throw new Killed();
    }
  }

  private void arrive(String name, SagaOrchestrator.Call call) throws IOException {
    Runnable meanwhile = before.remove(name);
    if (meanwhile != null) {
      meanwhile.run();
    }
    moment();
    calls.add(name);
    String fenced = call.saga() + " " + name.replace("undo ", "");
    if (call.fence() < fences.getOrDefault(fenced, 0L)) {
      throw new IOException("number " + call.fence() + " is old");
    }
    fences.put(fenced, call.fence());
    if (down.equals(name)) {
      throw new IOException(name + " is down");
    }
  }

  private SagaOrchestrator.Step step(String name) {
    return new SagaOrchestrator.Step(
        name,
        call -> {
          arrive(name, call);
          effects.add(name);
          moment();
          if (losesItsReply.equals(name)) {
            throw new IOException("no reply from " + name);
          }
        },
        call -> {
          arrive("undo " + name, call);
          effects.remove(name);
          moment();
        });
  }

  private SagaOrchestrator.Definition order() {
    return new SagaOrchestrator.Definition(
        "order", List.of(step("reserve"), step("charge"), step("ship")));
  }

  /** As a process that has just started sees it. */
  private SagaOrchestrator instance() {
    return new SagaOrchestrator(database, transactions, List.of(order()), () -> now);
  }

  private boolean driven() {
    return instance().drive();
  }

  private void begin(String id) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> instance().begin("order", id, "10 apples"));
  }

  private String state(String id) {
    return database
        .sql("SELECT state FROM saga WHERE id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void all_steps_take_effect_and_the_saga_is_driven_no_more() throws Exception {
    begin("order-1");

    assertTrue(driven());
    assertFalse(driven());
    assertEquals(ALL, effects);
    assertEquals("DONE", state("order-1"));
  }

  @Test
  void a_step_that_fails_undoes_those_before_it_last_one_first() throws Exception {
    begin("order-1");
    down = "ship";
    driven();

    assertEquals(Set.of(), effects);
    assertEquals("UNDONE", state("order-1"));
    assertEquals(
        List.of("reserve", "charge", "ship", "undo ship", "undo charge", "undo reserve"), calls);
  }

  @Test
  void a_step_that_took_effect_without_a_reply_is_undone() throws Exception {
    begin("order-1");
    losesItsReply = "charge";
    driven();

    assertEquals(Set.of(), effects);
  }

  @Test
  void killed_at_any_moment_another_instance_ends_it_with_all_or_nothing() throws Exception {
    int kills = 0;
    for (String failing : List.of("", "charge", "ship")) {
      for (int at = 1; at <= 12; at++) {
        String id = "order-" + failing + at;
        begin(id);
        effects.clear();
        calls.clear();
        moments = 0;
        down = failing;
        killAt = at;
        try {
          driven();
        } catch (Killed killed) {
          kills++;
          boolean undoing = calls.stream().anyMatch(call -> call.startsWith("undo"));
          killAt = Integer.MAX_VALUE;
          down = undoing ? "" : failing; // what was down may be back, and it is too late
          assertFalse(driven(), "before the time of the first is over");
          pass(SagaOrchestrator.LEASE);
          assertTrue(driven());
        }
        assertEquals(failing.isEmpty() ? ALL : Set.of(), effects, id);
        assertEquals(failing.isEmpty() ? "DONE" : "UNDONE", state(id));
      }
    }
    assertTrue(kills > 20, kills + " kills");
  }

  @Test
  void what_is_done_is_not_asked_for_again() throws Exception {
    begin("order-1");
    killAt = 5; // when the call for the third step arrives
    assertThrows(Killed.class, this::driven);
    killAt = Integer.MAX_VALUE;
    pass(SagaOrchestrator.LEASE);
    driven();

    assertEquals(List.of("reserve", "charge", "ship"), calls);
  }

  @Test
  void two_instances_do_not_drive_the_same_saga() throws Exception {
    begin("order-1");
    begin("order-2");
    List<Boolean> found = new ArrayList<>();
    before.put("charge", () -> found.addAll(List.of(driven(), driven())));
    driven();

    assertEquals(List.of(true, false), found); // the other saga, and then none
    assertEquals(6, calls.size());
  }

  @Test
  void one_that_was_paused_too_long_does_not_undo_what_another_completed() throws Exception {
    begin("order-1");
    before.put(
        "charge",
        () -> {
          pass(SagaOrchestrator.LEASE);
          driven();
        });
    driven();

    assertEquals(ALL, effects);
    assertEquals("DONE", state("order-1"));
  }

  @Test
  void a_call_that_was_paused_too_long_takes_no_effect_after_its_undo() throws Exception {
    begin("order-1");
    before.put(
        "reserve",
        () -> {
          pass(SagaOrchestrator.LEASE);
          down = "charge";
          driven();
          assertEquals(Set.of(), effects);
        });
    driven();

    assertEquals(Set.of(), effects);
    assertEquals("UNDONE", state("order-1"));
  }

  @Test
  void an_undo_that_fails_is_tried_again_later() throws Exception {
    begin("order-1");
    losesItsReply = "charge";
    down = "undo reserve";
    driven();
    assertEquals(Set.of("reserve"), effects);
    assertFalse(driven());

    down = "";
    pass(SagaOrchestrator.PAUSE);
    assertTrue(driven());
    assertEquals(Set.of(), effects);
    assertEquals("UNDONE", state("order-1"));
  }

  @Test
  void a_saga_begins_with_a_change_or_not_at_all() {
    assertThrows(
        Killed.class,
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status -> {
                      instance().begin("order", "order-1", "");
                      throw new Killed();
                    }));
    assertFalse(driven());

    assertThrows(IllegalStateException.class, () -> instance().begin("order", "order-2", ""));
  }

  @Test
  void spring_puts_it_together() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class))
        .withUserConfiguration(SagaConfiguration.class)
        .withBean(JdbcDataSource.class, () -> source)
        .withBean(SagaOrchestrator.Definition.class, this::order)
        .withPropertyValues("saga.pause=PT1H")
        .run(
            context -> {
              SagaOrchestrator bean = context.getBean(SagaOrchestrator.class);
              context
                  .getBean(TransactionTemplate.class)
                  .executeWithoutResult(status -> bean.begin("order", "order-1", ""));
              bean.driveAll();
            });

    assertEquals(ALL, effects);
    assertEquals("DONE", state("order-1"));
  }
}
