package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // short bodies are easier to read in place
class ScheduledWorkDetectorTest {
  private static Traced jobs(String type, String body) {
    return new Traced()
        .with(
            "Orders",
            "interface Orders extends org.springframework.data.repository.CrudRepository<Order,"
                + " Long> {\n"
                + "  int cancel(long id); int updateState(Order order); void deleteOld();\n"
                + "}\n")
        .with("Order", "@jakarta.persistence.Entity class Order { long id; }\n")
        .with(
            "Jobs",
            "import org.springframework.scheduling.annotation.Scheduled;\n"
                + type
                + " class Jobs {\n  private Orders orders;\n"
                + body
                + "}\n");
  }

  @Test
  void leaves_a_schedule_that_the_configuration_switches_off() {
    String job =
        """
        import org.springframework.data.repository.CrudRepository;
        interface Orders extends CrudRepository<Order, Long> {}
        @Component class Job {
          Orders orders;
          @Scheduled(cron = "${job.cron}") void run() { orders.save(new Order()); }
        }
        """;
    Traced on = new Traced().with("Job", job);

    assertThat(on.by(new ScheduledWorkDetector())).hasSize(1);
    assertThat(
            on.file("orders/src/main/resources/application.yml", "job.cron: \"-\"\n")
                .by(new ScheduledWorkDetector()))
        .isEmpty();
  }

  @Test
  void finds_what_every_copy_does_when_the_clock_strikes() {
    assertThat(
            jobs(
                    "@Component",
                    "  @Scheduled(fixedRate = 1)\n  void run() {\n    orders.save(null);\n  }\n")
                .by(new ScheduledWorkDetector()))
        .containsExactly("Jobs.run: effect=writes Order, guarded-by=nothing | Jobs:5, Jobs:7");
  }

  @Test
  void sees_what_guards_it() {
    assertThat(
            jobs(
                    "@Component",
                    "  @Scheduled(fixedRate = 1) @SchedulerLock(name = \"x\") void run() {"
                        + " orders.save(null); }\n")
                .by(new ScheduledWorkDetector()))
        .containsExactly(
            "Jobs.run: effect=writes Order, guarded-by=@SchedulerLock | Jobs:5, Jobs:5");
  }

  @Test
  void leaves_alone_classes_that_nobody_makes_and_work_that_bears_a_second_run() {
    assertThat(
            jobs("", "  @Scheduled(fixedRate = 1) void run() { orders.save(null); }\n")
                .by(new ScheduledWorkDetector()))
        .isEmpty();
    assertThat(
            jobs(
                    "@Component",
                    "  @Scheduled(fixedRate = 1) void read() { orders.findAll(); }\n"
                        + "  @Scheduled(fixedRate = 1) void clean() { orders.deleteOld(); }\n"
                        + "  @Scheduled(fixedRate = 1) void cas() { if (orders.updateState(null) =="
                        + " 0) { return; } }\n")
                .by(new ScheduledWorkDetector()))
        .isEmpty();
  }
}
