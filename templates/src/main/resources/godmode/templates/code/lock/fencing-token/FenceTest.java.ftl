package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceTest {
  @TempDir private Path folder;

  private final List<String> written = new ArrayList<>();
  private Fence fence;

  /** A lock whose lease runs out: whoever asks next gets it, with a higher token. */
  private long lastToken = 32;

  private long lock() {
    return ++lastToken;
  }

  @BeforeEach
  void start() throws IOException {
    fence = new Fence(folder.resolve("fence"));
  }

  private void write(long token, String text) throws Exception {
    fence.pass(token, () -> written.add(text));
  }

  @Test
  void a_holder_that_was_paused_beyond_its_lease_writes_nothing() throws Exception {
    long paused = lock();
    long next = lock(); // the lease of the first ran out while it was paused
    write(next, "next");

    assertThrows(Fence.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals(List.of("next"), written);
  }

  @Test
  void a_holder_writes_as_often_as_it_likes() throws Exception {
    long token = lock();
    write(token, "1");
    write(token, "2");

    assertEquals(List.of("1", "2"), written);
  }

  @Test
  void a_restart_of_the_resource_lets_no_old_holder_in() throws Exception {
    long paused = lock();
    write(lock(), "next");
    start();

    assertThrows(Fence.StaleTokenException.class, () -> write(paused, "paused"));
    assertEquals(List.of("next"), written);
  }

  @Test
  void a_write_that_fails_still_shuts_out_older_holders() throws Exception {
    long paused = lock();
    long next = lock();
    assertThrows(
        IOException.class,
        () ->
            fence.pass(
                next,
                () -> {
                  throw new IOException("disk full");
                }));

    assertThrows(Fence.StaleTokenException.class, () -> write(paused, "paused"));
    write(next, "again");
    assertEquals(List.of("again"), written);
  }
}
