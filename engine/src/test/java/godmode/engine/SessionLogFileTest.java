package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLogFileTest {
  @TempDir Path folder;

  @Test
  void the_first_row_comes_after_the_header() throws IOException {
    Path file = folder.resolve("new/results.tsv");

    new SessionLogFile(file).append("a\tb\n", "1\t2\n");
    new SessionLogFile(file).append("a\tb\n", "3\t4\n");

    assertThat(Files.readString(file)).isEqualTo("a\tb\n1\t2\n3\t4\n");
  }

  @Test
  void a_row_that_a_kill_cut_off_does_not_swallow_the_next_one() throws IOException {
    Path file = folder.resolve("results.tsv");
    Files.writeString(file, "a\tb\n1\t");

    new SessionLogFile(file).append("a\tb\n", "3\t4\n");

    assertThat(Files.readString(file)).isEqualTo("a\tb\n1\t\n3\t4\n");
  }

  @Test
  void two_processes_worth_of_rows_all_arrive_whole() throws Exception {
    Path file = folder.resolve("results.tsv");
    String row = "x".repeat(3000) + "\n";
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Callable<Boolean>> sessions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sessions.add(() -> appended(file, row));
    }
    for (Future<Boolean> session : both.invokeAll(sessions)) {
      assertThat(session.get()).isTrue();
    }
    both.shutdown();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(41);
    assertThat(lines.subList(1, 41)).containsOnly("x".repeat(3000));
  }

  /** Within one JVM a lock that is held is refused at once, where another process would wait. */
  private static boolean appended(Path file, String row) throws IOException, InterruptedException {
    while (true) {
      try {
        new SessionLogFile(file).append("header\n", row);
        return true;
      } catch (java.nio.channels.OverlappingFileLockException busy) {
        Thread.sleep(1);
      }
    }
  }
}
