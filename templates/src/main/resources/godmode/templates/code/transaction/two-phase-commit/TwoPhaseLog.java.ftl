package ${it.packageName()};

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The transactions that have to be found again after a crash, and what is known of each. */
final class TwoPhaseLog {
  private final TwoPhaseJournal journal;
  private final Map<String, List<String>> open = new LinkedHashMap<>();

  TwoPhaseLog(TwoPhaseJournal journal) throws IOException {
    this.journal = journal;
    for (byte[] block : journal.read()) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
      while (in.available() > 0) {
        String transaction = in.readUTF();
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          words.add(in.readUTF());
        }
        remember(transaction, words);
      }
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (Map.Entry<String, List<String>> each : open.entrySet()) {
      write(each.getKey(), each.getValue(), rest);
    }
    journal.replace(rest.toByteArray());
  }

  /** What is known of a transaction; nothing of one that has ended, or never was. */
  List<String> of(String transaction) {
    return open.getOrDefault(transaction, List.of());
  }

  /** Those that have not ended. */
  List<String> open() {
    return List.copyOf(open.keySet());
  }

  /** Says what is known of a transaction from now on; it is on disk when this returns. */
  void save(String transaction, List<String> words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(transaction, words, bytes);
    journal.append(bytes.toByteArray());
    remember(transaction, words);
  }

  private void remember(String transaction, List<String> words) {
    if (words.isEmpty()) {
      open.remove(transaction);
    } else {
      open.put(transaction, List.copyOf(words));
    }
  }

  private static void write(String transaction, List<String> words, ByteArrayOutputStream bytes)
      throws IOException {
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(transaction);
    out.writeInt(words.size());
    for (String word : words) {
      out.writeUTF(word);
    }
  }
}
