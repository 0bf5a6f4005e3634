package godmode.engine;

import godmode.core.decide.Situation;
import godmode.core.design.Declarations;
import godmode.core.review.Review;
import godmode.record.AtomicFile;
import godmode.record.DesignRecord;
import godmode.record.RecordWriter;
import godmode.templates.document.Document;
import godmode.templates.document.Documents;
import godmode.templates.log.SessionLog;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a session leaves behind: the design record, the documents, and its row in the log.
 *
 * <p>Documents are made from the record as it is written, not from the answers, so that the same
 * repository and record give the same bytes. Each file appears whole or not at all.
 */
public final class Artifacts {
  private static final String LOG = Project.FOLDER + "/distributed-results.tsv";

  private final Session session;
  private final Path root;
  private final String folder;
  private final String user;
  private final Instant now;

  /**
   * @param folder where documents go, relative to the root
   * @param user who answered, for the record
   * @throws UserError if the folder is not inside the root
   */
  public Artifacts(Session session, String folder, String user, Instant now) {
    this.session = session;
    this.root = session.project().root();
    this.folder = inside(root, folder);
    this.user = user;
    this.now = now;
  }

  /**
   * What was written, or would be.
   *
   * @param review with the record as it is written
   * @param paths relative to the root, in the order of writing
   */
  public record Written(Review review, List<String> paths) {}

  private static String inside(Path root, String folder) {
    Path place = root.resolve(folder).normalize();
    if (!place.startsWith(root)) {
      throw new UserError(
          "--out " + folder + " leads out of " + root + "; name a folder inside it");
    }
    return root.relativize(place).toString().replace('\\', '/');
  }

  private record Planned(Review review, List<Document> files) {}

  private Planned plan() throws IOException {
    String path = session.project().recordPath(session.system());
    Optional<String> before = session.project().text(path);
    String after = recorded(DesignRecord.upgraded(path, before.orElse("")));
    Declarations written = Project.declarations(path, after, DesignRecord.Kind.RECORD);
    Review review = session.reviewOf(written);
    List<Document> files = new ArrayList<>();
    files.add(new Document(path, after));
    files.addAll(documents(review));
    return new Planned(review, files);
  }

  /** Answers of a person are noted with their author; those of a file speak for themselves. */
  private String recorded(String before) {
    Map<String, String> given = new LinkedHashMap<>();
    if (before.isEmpty()) {
      given.put("system.name", session.system());
    }
    given.putAll(RecordWriter.values(session.fromFile()));
    String after =
        RecordWriter.apply(
            RecordWriter.apply(before, given),
            session.answered(),
            new RecordWriter.Author(user, LocalDate.ofInstant(now, ZoneOffset.UTC)),
            session.notes());
    Set<String> said = new LinkedHashSet<>(session.answered().keySet());
    said.addAll(given.keySet());
    Review review = session.review();
    String path = session.project().recordPath(session.system());
    return RecordWriter.stale(
        after,
        StaleMarks.of(
            Project.declarations(path, before, DesignRecord.Kind.PART),
            Project.declarations(path, after, DesignRecord.Kind.RECORD),
            new Situation(review.designs(), review.declared()),
            said));
  }

  private List<Document> documents(Review review) {
    return Documents.all(review, folder, this::present);
  }

  private Optional<String> present(String path) {
    try {
      return session.project().text(path);
    } catch (IOException failure) {
      throw new UserError("cannot read " + path + ": " + failure.getMessage());
    }
  }

  /** What {@link #write} would leave behind. */
  public Written planned() throws IOException {
    Planned plan = plan();
    return new Written(plan.review(), paths(plan.files()));
  }

  /**
   * Writes record, documents and the session's row.
   *
   * @throws UserError if one of them cannot be written; then none is
   */
  public Written write() throws IOException {
    Planned plan = plan();
    Path log = log(LOG);
    Map<Path, String> changed = new LinkedHashMap<>();
    for (Document file : plan.files()) {
      if (!present(file.path()).equals(Optional.of(file.text()))) {
        changed.put(InsideRoot.resolve(root, file.path()), file.text());
      }
    }
    onFirstUse(changed, ".gitattributes", "distributed-results.tsv merge=union\n");
    onFirstUse(changed, ".gitignore", "cache/\n");
    try {
      AtomicFile.writeAll(changed);
    } catch (IOException refused) {
      throw new UserError(String.valueOf(refused.getMessage()));
    }
    append(log, plan.review());
    List<String> paths = new ArrayList<>(paths(plan.files()));
    paths.add(LOG);
    return new Written(plan.review(), paths);
  }

  /** Appends the session's row and writes nothing else. */
  public void log() throws IOException {
    append(log(LOG), session.review());
  }

  /** The documents on disk that differ from what would be written, or are not there. */
  public List<String> stale() {
    List<String> stale = new ArrayList<>();
    for (Document document : documents(session.shown())) {
      if (!present(document.path()).equals(Optional.of(document.text()))) {
        stale.add(document.path());
      }
    }
    return stale;
  }

  private Path log(String path) throws IOException {
    Path file = InsideRoot.resolve(root, path);
    Path folder = root.resolve(Project.FOLDER);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError(Project.FOLDER + " is no folder; move it, so that one can be made");
    }
    if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
      throw new UserError(path + " cannot be written; put a file in its place");
    }
    return file;
  }

  private void append(Path log, Review review) throws IOException {
    try {
      new SessionLogFile(log).append(SessionLog.HEADER, SessionLog.row(review, now));
    } catch (FileSystemException refused) {
      throw new UserError("cannot write " + LOG + ": the disk refuses it; check its permissions");
    }
  }

  private void onFirstUse(Map<Path, String> changed, String name, String text) throws IOException {
    Path file = InsideRoot.resolve(root, Project.FOLDER + "/" + name);
    if (!Files.exists(file)) {
      changed.put(file, text);
    }
  }

  private static List<String> paths(List<Document> files) {
    return files.stream().map(Document::path).toList();
  }
}
