package godmode.engine;

import godmode.core.design.Declarations;
import godmode.core.design.DeclaredPath;
import godmode.record.AtomicFile;
import godmode.record.DesignRecord;
import godmode.record.RecordSchema;
import godmode.record.RecordWriter;
import godmode.record.RecordWriter.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said in an interview that is not finished: it is kept after each answer, so
 * that a session that was stopped goes on where it was. While it is open, no other session of the
 * same system can begin.
 */
public final class SessionDraft implements AutoCloseable {
  private static final String CACHE = Project.FOLDER + "/cache";

  private final Session session;
  private final Path file;
  private final String path;
  private final String user;
  private final Instant now;
  private final FileChannel channel;
  private final @Nullable FileLock lock;

  private SessionDraft(
      Session session, String user, Instant now, FileChannel channel, @Nullable FileLock lock)
      throws IOException {
    this.session = session;
    this.path = CACHE + "/" + session.system() + ".session.yaml";
    this.file = InsideRoot.resolve(session.root(), path);
    this.user = user;
    this.now = now;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Begins an interview on disk.
   *
   * @throws UserError if nothing can be written here, or another session is open
   */
  public static SessionDraft open(Session session, String user, Instant now) throws IOException {
    String name = CACHE + "/" + session.system() + ".lock";
    Path file = InsideRoot.resolve(session.root(), name);
    try {
      Files.createDirectories(InsideRoot.resolve(session.root(), CACHE));
      ignore(session);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new UserError(
            "another session is designing "
                + session.system()
                + " here; finish it first (it holds "
                + name
                + ")");
      }
      return new SessionDraft(session, user, now, channel, lock);
    } catch (FileSystemException refused) {
      throw new UserError(
          "cannot write below "
              + session.root().resolve(Project.FOLDER)
              + ": the disk refuses it; check its permissions, or add --dry-run to look only");
    }
  }

  private static void ignore(Session session) throws IOException {
    Path file = InsideRoot.resolve(session.root(), Project.FOLDER + "/.gitignore");
    if (!Files.exists(file)) {
      AtomicFile.write(file, "cache/\n");
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProgram) {
      return null;
    }
  }

  /** Where the answers are kept, relative to the root. */
  public String path() {
    return path;
  }

  /**
   * Takes the answers of a session that was stopped.
   *
   * @return how many there are
   */
  int resume() throws IOException {
    Optional<Declarations> kept = kept();
    if (kept.isEmpty()) {
      return 0;
    }
    Map<String, String> said = new LinkedHashMap<>();
    Map<String, Note> notes = new LinkedHashMap<>();
    RecordWriter.values(kept.get())
        .forEach(
            (field, text) -> {
              if (!field.equals("schema") && !field.startsWith("decided.")) {
                said.put(field, text);
              }
            });
    for (String name : kept.get().keys("decided")) {
      String mark = "decided." + DeclaredPath.key(name) + ".";
      notes.put(
          name,
          new Note(
              kept.get().text(mark + "from").orElse("answered"),
              kept.get().text(mark + "evidence").orElse(""),
              kept.get().text(mark + "instead-of").orElse(""),
              kept.get().text(mark + "because").orElse("")));
    }
    if (notes.containsKey("operations")) {
      said.keySet().removeIf(field -> field.matches("operations\\..*\\.data"));
      said.put("operations", operations(kept.get()));
    }
    said.entrySet().removeIf(e -> RecordSchema.check(e.getKey(), e.getValue()).isPresent());
    if (!said.isEmpty()) {
      session.answer(said, notes);
    }
    return (int) said.keySet().stream().filter(notes::containsKey).count();
  }

  /** The operations as they were answered: {@code pay on orders, browse}. */
  private static String operations(Declarations kept) {
    return kept.keys("operations").stream()
        .map(
            name ->
                name
                    + kept.text(DeclaredPath.of("operations.*.data", name))
                        .map(data -> " on " + data)
                        .orElse(""))
        .collect(Collectors.joining(", "));
  }

  private Optional<Declarations> kept() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    DesignRecord.Reading reading =
        DesignRecord.read(path, Files.readString(file), DesignRecord.Kind.PART);
    return reading.problems().isEmpty() ? Optional.of(reading.declarations()) : Optional.empty();
  }

  /** Keeps what was said so far. */
  public void keep() {
    RecordWriter.Author author =
        new RecordWriter.Author(user, LocalDate.ofInstant(now, ZoneOffset.UTC));
    try {
      AtomicFile.write(file, RecordWriter.apply("", session.answered(), author, session.notes()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Forgets what was kept: it is in the record now, or not wanted. */
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Lets other sessions begin. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
    channel.close();
  }
}
