package ${it.packageName()};

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Records and messages as bytes. */
final class RaftCodec {
  private RaftCodec() {}

  @FunctionalInterface
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  static byte[] bytes(List<? extends RaftRecord> records) throws IOException {
    return bytes(out -> write(records, out));
  }

  static List<RaftRecord> records(byte[] bytes) throws IOException {
    return records(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  static byte[] bytes(RaftMessage message) throws IOException {
    return bytes(out -> write(message, out));
  }

  private static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static void write(List<? extends RaftRecord> records, DataOutputStream out)
      throws IOException {
    out.writeInt(records.size());
    for (RaftRecord record : records) {
      if (record instanceof RaftRecord.Ballot ballot) {
        out.writeByte(0);
        out.writeLong(ballot.term());
        out.writeInt(ballot.votedFor());
      } else if (record instanceof RaftRecord.Entry entry) {
        write(1, entry.index(), entry.term(), entry.command(), out);
      } else if (record instanceof RaftRecord.Snapshot snapshot) {
        write(2, snapshot.index(), snapshot.term(), snapshot.state(), out);
      }
    }
  }

  private static void write(int kind, long index, long term, byte[] bytes, DataOutputStream out)
      throws IOException {
    out.writeByte(kind);
    out.writeLong(index);
    out.writeLong(term);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static List<RaftRecord> records(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<RaftRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = in.readByte();
      long first = in.readLong();
      switch (kind) {
        case 0 -> records.add(new RaftRecord.Ballot(first, in.readInt()));
        case 1 -> records.add(new RaftRecord.Entry(first, in.readLong(), array(in)));
        case 2 -> records.add(new RaftRecord.Snapshot(first, in.readLong(), array(in)));
        default -> throw new IOException("no record is of kind " + kind);
      }
    }
    return records;
  }

  private static byte[] array(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(Math.max(0, length));
    if (bytes.length != length) {
      throw new IOException(length + " bytes were to come, and " + bytes.length + " did");
    }
    return bytes;
  }

  private static void write(RaftMessage message, DataOutputStream out) throws IOException {
    if (message instanceof RaftMessage.AskVote ask) {
      begin(0, ask, out).writeBoolean(ask.isTrial());
      out.writeLong(ask.lastIndex());
      out.writeLong(ask.lastTerm());
    } else if (message instanceof RaftMessage.Vote vote) {
      begin(1, vote, out).writeBoolean(vote.isTrial());
      out.writeBoolean(vote.isGranted());
    } else if (message instanceof RaftMessage.Append append) {
      begin(2, append, out).writeLong(append.previousIndex());
      out.writeLong(append.previousTerm());
      write(append.entries(), out);
      out.writeLong(append.commit());
      out.writeLong(append.round());
    } else if (message instanceof RaftMessage.Appended appended) {
      begin(3, appended, out).writeBoolean(appended.isMatching());
      out.writeLong(appended.index());
      out.writeLong(appended.round());
    } else if (message instanceof RaftMessage.Install install) {
      begin(4, install, out);
      write(List.of(install.snapshot()), out);
      out.writeLong(install.round());
    }
  }

  private static DataOutputStream begin(int kind, RaftMessage message, DataOutputStream out)
      throws IOException {
    out.writeByte(kind);
    out.writeLong(message.term());
    return out;
  }

  /** The message of these bytes, which come from outside: whatever they are, they do no harm. */
  static RaftMessage message(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int kind = in.readByte();
    long term = in.readLong();
    return switch (kind) {
      case 0 -> new RaftMessage.AskVote(term, in.readBoolean(), in.readLong(), in.readLong());
      case 1 -> new RaftMessage.Vote(term, in.readBoolean(), in.readBoolean());
      case 2 ->
          new RaftMessage.Append(
              term, in.readLong(), in.readLong(), entries(in), in.readLong(), in.readLong());
      case 3 -> new RaftMessage.Appended(term, in.readBoolean(), in.readLong(), in.readLong());
      case 4 -> new RaftMessage.Install(term, snapshot(in), in.readLong());
      default -> throw new IOException("no message is of kind " + kind);
    };
  }

  private static List<RaftRecord.Entry> entries(DataInputStream in) throws IOException {
    List<RaftRecord.Entry> entries = new ArrayList<>();
    for (RaftRecord record : records(in)) {
      if (!(record instanceof RaftRecord.Entry entry)) {
        throw new IOException(record + " is no entry");
      }
      entries.add(entry);
    }
    return entries;
  }

  private static RaftRecord.Snapshot snapshot(DataInputStream in) throws IOException {
    List<RaftRecord> records = records(in);
    if (records.size() == 1 && records.get(0) instanceof RaftRecord.Snapshot snapshot) {
      return snapshot;
    }
    throw new IOException(records + " is no snapshot");
  }
}
