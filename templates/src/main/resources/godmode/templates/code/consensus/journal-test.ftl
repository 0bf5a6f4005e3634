package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ${name}JournalTest {
  private final MemoryDisk disk = new MemoryDisk();
  private final ${name}Journal journal = new ${name}Journal(disk);

  /** A process that is killed runs nothing more, no handler either. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A disk that loses what was not synced, or a part of it, when power fails. */
  static final class MemoryDisk implements ${name}Journal.Disk {
    private byte[] synced = {};
    private byte[] written = {};
    private int momentsLeft = Integer.MAX_VALUE;

    /** Kills whoever uses the disk after so many moments. */
    void killAfter(int moments) {
      momentsLeft = moments;
    }

    /** What a loss of power leaves: half a block, perhaps with a damaged byte. */
    void losePower(Random random) {
      int same = Arrays.mismatch(synced, written);
      int from = same < 0 ? synced.length : same;
      byte[] left = Arrays.copyOf(written, from + random.nextInt(written.length - from + 1));
      if (left.length > from && random.nextBoolean()) {
        left[from + random.nextInt(left.length - from)] ^= (byte) 0x55;
      }
      synced = written = left.length < synced.length ? synced : left;
      momentsLeft = Integer.MAX_VALUE;
    }

    private void moment() {
      if (--momentsLeft == 0) {
        throw new Killed();
      }
    }

    @Override
    public byte[] read() {
      return written.clone();
    }

    @Override
    public void append(byte[] bytes) {
      moment();
      written = Arrays.copyOf(written, written.length + bytes.length);
      System.arraycopy(bytes, 0, written, written.length - bytes.length, bytes.length);
      moment();
    }

    @Override
    public void sync() {
      synced = written;
      moment();
    }

    @Override
    public void truncate(int size) {
      written = Arrays.copyOf(written, size);
    }

    @Override
    public void replace(byte[] bytes) {
      moment();
      synced = written = bytes;
      moment();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> read() throws IOException {
    return journal.read().stream().map(block -> new String(block, StandardCharsets.UTF_8)).toList();
  }

  @Test
  void what_was_appended_is_there_after_a_loss_of_power() throws IOException {
    journal.append(bytes("one"));
    journal.append(bytes("two"));
    disk.losePower(new Random(1));

    assertEquals(List.of("one", "two"), read());
  }

  @Test
  void half_a_block_counts_for_nothing_and_what_follows_takes_its_place() throws IOException {
    journal.append(bytes("one"));
    byte[] before = disk.read();
    journal.append(bytes("two"));
    byte[] after = disk.read();
    for (int size = before.length; size < after.length; size++) {
      disk.replace(Arrays.copyOf(after, size));

      assertEquals(List.of("one"), read());
      journal.append(bytes("three"));
      assertEquals(List.of("one", "three"), read());
    }
  }

  @Test
  void a_last_block_with_any_damaged_byte_counts_for_nothing() throws IOException {
    journal.append(bytes("one"));
    int before = disk.read().length;
    journal.append(bytes("two"));
    byte[] whole = disk.read();
    for (int at = before; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 1;
      disk.replace(damaged);

      assertEquals(List.of("one"), read());
    }
  }

  @Test
  void damage_before_a_whole_block_is_told_and_nothing_is_forgotten() throws IOException {
    journal.append(bytes("one"));
    int first = disk.read().length;
    journal.append(bytes("two"));
    byte[] whole = disk.read();
    for (int at = 0; at < first; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 1;
      disk.replace(damaged);

      assertThrows(IOException.class, journal::read);
      assertArrayEquals(damaged, disk.read());
    }
  }

  @Test
  void a_file_does_as_the_disk_of_the_other_tests(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("data").resolve("journal");
    ${name}Journal first = new ${name}Journal(new ${name}Journal.FileDisk(file));
    first.append(bytes("one"));
    first.replace(bytes("all"));
    first.append(bytes("two"));
    ${name}Journal.FileDisk again = new ${name}Journal.FileDisk(file);
    again.append(new byte[] {0, 0, 0, 9});

    List<byte[]> blocks = new ${name}Journal(again).read();
    assertEquals(2, blocks.size());
    assertArrayEquals(bytes("all"), blocks.get(0));
    assertTrue(again.read().length > 0);
  }
}
