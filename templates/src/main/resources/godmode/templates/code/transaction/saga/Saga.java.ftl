package ${it.packageName()};

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Steps in several systems of which all take effect, or none in the end: what was done is undone in
 * reverse order when a step fails (Garcia-Molina and Salem, Sagas, 1987). Progress is kept on disk,
 * so a process that was killed goes on where it was: call {@link #run} again at every start for
 * each saga that has not ended.
 *
 * <p>Others see what steps did before the saga ends; there is no isolation. One process at a time
 * may run a saga; a lock with a fencing token, or one owner for each, has to see to that.
 */
public final class Saga {
  private static final String DONE = "done ";
  private static final String FAILED = "failed ";
  private static final String UNDONE = "undone ";

  private final List<Step> steps;
  private final Journal journal;

  /** What calls another system. */
  @FunctionalInterface
  public interface Action {
    /**
     * @param key the same at every repetition; send it along, so that the other system does once
     *     what is asked twice
     */
    void call(String key) throws Exception;
  }

  /**
   * One step.
   *
   * @param undo must do no harm where the step never happened: a reply can be lost
   */
  public record Step(String name, Action run, Action undo) {}

  /** How a saga ended. */
  public enum End {
    ALL_DONE,
    ALL_UNDONE
  }

  /** Where progress is kept; an entry that was appended is there after a crash. */
  public interface Journal {
    List<String> entries(String saga) throws IOException;

    void append(String saga, String entry) throws IOException;
  }

  /** A file for each saga. */
  public record FileJournal(Path folder) implements Journal {
    @Override
    public List<String> entries(String saga) throws IOException {
      if (!Files.exists(file(saga))) {
        return List.of();
      }
      String text = Files.readString(file(saga));
<#if it.kept("ignore half an entry")>
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
<#else>
      return text.lines().toList();
</#if>
    }

    @Override
    public void append(String saga, String entry) throws IOException {
      Files.createDirectories(folder);
      try (FileChannel file =
          FileChannel.open(
              file(saga),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        file.position(endOfLastEntry(file));
        ByteBuffer line = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          file.write(line);
        }
        file.truncate(file.position());
        file.force(true);
      }
      syncFolder();
    }

    /** The name of a new file is on disk when its directory is; POSIX systems only. */
    private void syncFolder() throws IOException {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }

    /** A crash can leave half an entry; what is appended takes its place. */
    private static long endOfLastEntry(FileChannel file) throws IOException {
      ByteBuffer last = ByteBuffer.allocate(1);
      for (long at = file.size(); at > 0; at--) {
        last.clear();
        file.read(last, at - 1);
        if (last.get(0) == '\n') {
          return at;
        }
      }
      return 0;
    }

    private Path file(String saga) {
      if (!saga.matches("[A-Za-z0-9_-]{1,100}")) {
        throw new IllegalArgumentException(
            "'" + saga + "' names no saga; letters, digits, - and _, 100 at most");
      }
      return folder.resolve(saga + ".saga");
    }
  }

  public Saga(List<Step> steps, Journal journal) {
    this.steps = List.copyOf(steps);
    this.journal = journal;
    if (steps.stream().map(Step::name).distinct().count() < steps.size()) {
      throw new IllegalArgumentException("two steps have one name in " + steps);
    }
  }

  /**
   * Runs a saga, or goes on with it.
   *
   * @throws Exception of an undo or of the journal; call again until it ends
   */
  public End run(String saga) throws Exception {
    List<String> entries = journal.entries(saga);
    boolean failed = entries.stream().anyMatch(entry -> entry.startsWith(FAILED));
    List<Step> begun = new ArrayList<>();
    for (Step step : steps) {
<#if it.kept("do not repeat what is done")>
      boolean done = entries.contains(DONE + step.name());
<#else>
      boolean done = false;
</#if>
      if (done) {
        begun.add(step);
      } else if (entries.contains(FAILED + step.name())) {
        begun.add(step);
        break;
      } else if (!failed) {
        failed = !succeeds(step, saga);
        begun.add(step);
      }
    }
    return failed ? undo(begun, saga) : End.ALL_DONE;
  }

  private boolean succeeds(Step step, String saga) throws IOException {
    try {
      step.run().call(key(saga, step));
    } catch (Exception failure) {
<#if it.kept("remember that it failed")>
      journal.append(saga, FAILED + step.name());
</#if>
      return false;
    }
    journal.append(saga, DONE + step.name());
    return true;
  }

  private End undo(List<Step> begun, String saga) throws Exception {
    List<String> entries = journal.entries(saga);
    List<Step> order = new ArrayList<>(begun);
<#if it.kept("undo in reverse order")>
    Collections.reverse(order);
<#else>
    Collections.rotate(order, 0);
</#if>
    for (Step step : order) {
<#if it.kept("undo what may have happened")>
      boolean happened = true;
<#else>
      boolean happened = entries.contains(DONE + step.name());
</#if>
      if (happened && !entries.contains(UNDONE + step.name())) {
        step.undo().call(key(saga, step) + "-undo");
        journal.append(saga, UNDONE + step.name());
      }
    }
    return End.ALL_UNDONE;
  }

  private static String key(String saga, Step step) {
    return saga + "-" + step.name();
  }
}
