package ${it.packageName()};

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Records as bytes. */
final class PaxosCodec {
  private PaxosCodec() {}

  static byte[] bytes(List<PaxosRecord> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (PaxosRecord record : records) {
      if (record instanceof PaxosRecord.Promised promised) {
        out.writeByte(0);
        out.writeLong(promised.ballot());
      } else if (record instanceof PaxosRecord.Accepted accepted) {
        out.writeByte(1);
        out.writeLong(accepted.ballot());
        out.writeLong(accepted.entry().index());
        out.writeLong(accepted.entry().term());
        write(accepted.entry().command(), out);
      } else if (record instanceof PaxosRecord.Snapshot snapshot) {
        out.writeByte(2);
        out.writeLong(snapshot.index());
        write(snapshot.state(), out);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static List<PaxosRecord> records(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<PaxosRecord> records = new ArrayList<>();
    while (in.available() > 0) {
      int kind = in.readByte();
      long first = in.readLong();
      switch (kind) {
        case 0 -> records.add(new PaxosRecord.Promised(first));
        case 1 ->
            records.add(
                new PaxosRecord.Accepted(
                    first, new PaxosRecord.Entry(in.readLong(), in.readLong(), array(in))));
        case 2 -> records.add(new PaxosRecord.Snapshot(first, array(in)));
        default -> throw new IOException("no record is of kind " + kind);
      }
    }
    return records;
  }

  private static byte[] array(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
