package godmode.simulate.explore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;

/** How much memory a value takes that is made of records, numbers and lists. */
final class Weight {
  private static final int HEADER = 12;
  private static final int REFERENCE = 4;
  private static final int ALIGNED = 8;
  private static final int LIST = 40;

  private Weight() {}

  /**
   * Bytes, about, on a 64-bit JVM with compressed references. Words, constants and numbers in boxes
   * are taken for shared.
   */
  static long of(Object value) {
    if (value instanceof Collection<?> all) {
      long bytes = LIST + (long) REFERENCE * all.size();
      for (Object each : all) {
        bytes += of(each);
      }
      return bytes;
    }
    return value instanceof Record world ? ofRecord(world) : 0;
  }

  private static long ofRecord(Record world) {
    long bytes = HEADER;
    for (RecordComponent part : world.getClass().getRecordComponents()) {
      Class<?> type = part.getType();
      if (type == long.class || type == double.class) {
        bytes += Long.BYTES;
      } else if (type == boolean.class || type == byte.class) {
        bytes += 1;
      } else {
        bytes += type.isPrimitive() ? Integer.BYTES : REFERENCE + of(read(part, world));
      }
    }
    return (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
  }

  private static Object read(RecordComponent part, Record world) {
    try {
      part.getAccessor().setAccessible(true);
      Object value = part.getAccessor().invoke(world);
      return value == null ? "" : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(part + " cannot be read", e);
    }
  }
}
