package godmode.simulate.model;

import godmode.simulate.explore.Goal;
import godmode.simulate.explore.Model;
import godmode.simulate.explore.Moves;
import godmode.simulate.explore.Property;
import java.util.Arrays;
import java.util.List;

/**
 * One partition of a topic: a leader, copies that fetch from it, and the set of copies in sync
 * (https://kafka.apache.org/documentation/#replication; KIP-966). One producer sends records 1, 2 …
 * and waits for each.
 *
 * @param copies brokers that keep the partition, up to 7
 * @param min copies that must be in sync for {@code acks=all} to be answered
 * @param acksAll whether the producer waits for all copies in sync, and not for the leader alone
 * @param unclean whether a copy that is not in sync may become leader
 * @param records how many the producer sends, 1 or 2
 * @param lags whether a copy that runs may fall so far behind that it is taken out of sync
 * @param stops how often a broker may stop; it keeps its disk and may come back
 * @param disks how many brokers may lose their disk for good
 */
public record KafkaPartition(
    int copies,
    int min,
    boolean acksAll,
    boolean unclean,
    int records,
    boolean lags,
    int stops,
    int disks)
    implements Model<KafkaPartition.World, KafkaPartition.Action> {
  private static final int COPIES = 7;
  private static final int LOG_BITS = 4;
  private static final int LOG = (1 << LOG_BITS) - 1;

  /** No broker leads. */
  public static final int NOBODY = -1;

  /** What can happen. */
  public enum Act {
    SEND,
    APPEND,
    FETCH,
    TRUNCATE,
    SHRINK,
    EXPAND,
    ACKNOWLEDGE,
    ELECT,
    ELECT_UNCLEAN,
    STOP,
    RETURN,
    LOSE_DISK
  }

  /** One of them, to a broker, from 0. */
  public record Action(Act act, int broker) {}

  /**
   * The partition; sets of brokers are bit masks.
   *
   * @param alive brokers that run
   * @param logs four bits for each broker: up to two records, the older one in the low bits
   * @param sent records sent so far
   * @param pending the record that the producer waits for; 0 for none
   * @param acknowledged records that the producer was told are safe; bit 1 for record 1
   * @param stopped how often a broker has stopped
   * @param lost brokers whose disk is gone
   */
  public record World(
      int leader,
      int isr,
      int alive,
      int logs,
      int sent,
      int pending,
      int acknowledged,
      int stopped,
      int lost) {
    /** The records on a broker's disk, older first. */
    public List<Integer> log(int broker) {
      int log = code(broker);
      return log == 0 ? List.of() : log < 4 ? List.of(log) : List.of(log & 3, log >> 2);
    }

    int code(int broker) {
      return logs >> (LOG_BITS * broker) & LOG;
    }

    World withLog(int broker, int code) {
      int shift = LOG_BITS * broker;
      int next = (logs & ~(LOG << shift)) | (code << shift);
      return new World(leader, isr, alive, next, sent, pending, acknowledged, stopped, lost);
    }

    World with(int newLeader, int newIsr, int newAlive) {
      return new World(
          newLeader, newIsr, newAlive, logs, sent, pending, acknowledged, stopped, lost);
    }

    World with(int newSent, int newPending, int newAcknowledged, int newStopped, int newLost) {
      return new World(
          leader, isr, alive, logs, newSent, newPending, newAcknowledged, newStopped, newLost);
    }
  }

  /** Every leader has every record that the producer was told is safe. */
  public static final Property<World> LEADER_HAS_ALL =
      Property.always(w -> w.leader < 0 || (w.acknowledged & ~held(w.code(w.leader))) == 0);

  /** Every record that the producer was told is safe is on a disk that still exists. */
  public static final Property<World> ON_SOME_DISK =
      Property.always(
          w -> {
            int held = 0;
            for (int broker = 0; broker < COPIES; broker++) {
              held |= held(w.code(broker));
            }
            return (w.acknowledged & ~held) == 0;
          });

  /** The producer does not wait for ever. */
  public static final Property<World> ANSWERED = Property.neverStuck(w -> w.pending != 0);

  /** Records are acknowledged, also after something failed. */
  public static final List<Goal<World>> GOALS =
      List.of(new Goal<>("a record was acknowledged", w -> w.acknowledged != 0));

  public KafkaPartition {
    if (copies < 1 || copies > COPIES || min < 1 || records < 1 || records > 2) {
      throw new IllegalArgumentException(
          copies + " copies, " + min + " in sync, " + records + " records");
    }
  }

  /** The records of a log, as bits. */
  private static int held(int code) {
    return (code == 0 ? 0 : 1 << (code & 3)) | (code < 4 ? 0 : 1 << (code >> 2));
  }

  private static int length(int code) {
    return code == 0 ? 0 : code < 4 ? 1 : 2;
  }

  private static boolean isPrefix(int shorter, int longer) {
    return shorter == longer || shorter == 0 || (shorter < 4 && shorter == (longer & 3));
  }

  @Override
  public World start() {
    int all = (1 << copies) - 1;
    return new World(0, all, all, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public void moves(World w, Moves<World, Action> out) {
    if (w.leader != NOBODY) {
      produce(w, out);
    }
    for (int broker = 0; broker < copies; broker++) {
      if (w.leader == NOBODY) {
        elect(w, broker, out);
      } else if (broker != w.leader) {
        follow(w, broker, out);
      }
    }
    for (int broker = 0; broker < copies; broker++) {
      fail(w, broker, out);
    }
  }

  /** Brokers are equal: sorts what is known of each, the leader first. */
  @Override
  public World canonical(World w) {
    int[] columns = new int[copies];
    for (int broker = 0; broker < copies; broker++) {
      columns[broker] = column(w, broker);
    }
    Arrays.sort(columns);
    int isr = 0;
    int alive = 0;
    int logs = 0;
    int lost = 0;
    for (int broker = 0; broker < copies; broker++) {
      int column = columns[copies - 1 - broker];
      logs |= (column & LOG) << (LOG_BITS * broker);
      isr |= (column >> LOG_BITS & 1) << broker;
      alive |= (column >> (LOG_BITS + 1) & 1) << broker;
      lost |= (column >> (LOG_BITS + 2) & 1) << broker;
    }
    int leader = w.leader == NOBODY ? NOBODY : 0;
    return new World(leader, isr, alive, logs, w.sent, w.pending, w.acknowledged, w.stopped, lost);
  }

  /** What is known of a broker. From the low bits on: log, in sync, alive, lost, leader. */
  private static int column(World w, int broker) {
    int column = broker == w.leader ? 1 : 0;
    column = column << 1 | (w.lost >> broker & 1);
    column = column << 1 | (w.alive >> broker & 1);
    column = column << 1 | (w.isr >> broker & 1);
    return column << LOG_BITS | w.code(broker);
  }

  private void produce(World w, Moves<World, Action> out) {
    int log = w.code(w.leader);
    if (w.pending == 0) {
      if (w.sent < records) {
        out.step(
            new Action(Act.SEND, w.leader),
            w.with(w.sent + 1, w.sent + 1, w.acknowledged, w.stopped, w.lost));
      }
      return;
    }
    boolean enough = !acksAll || Integer.bitCount(w.isr) >= min;
    boolean has = (held(log) & 1 << w.pending) != 0;
    if (!has && enough && length(log) < 2) {
      int appended = log == 0 ? w.pending : log | w.pending << 2;
      out.step(new Action(Act.APPEND, w.leader), w.withLog(w.leader, appended));
    }
    if (has && enough && (!acksAll || isOnAll(w, w.isr, w.pending))) {
      out.step(
          new Action(Act.ACKNOWLEDGE, w.leader),
          w.with(w.sent, 0, w.acknowledged | 1 << w.pending, w.stopped, w.lost));
    }
  }

  private boolean isOnAll(World w, int brokers, int record) {
    for (int broker = 0; broker < copies; broker++) {
      if ((brokers & 1 << broker) != 0 && (held(w.code(broker)) & 1 << record) == 0) {
        return false;
      }
    }
    return true;
  }

  private void follow(World w, int broker, Moves<World, Action> out) {
    int bit = 1 << broker;
    int mine = w.code(broker);
    int leaders = w.code(w.leader);
    boolean alive = (w.alive & bit) != 0;
    if (alive && mine != leaders) {
      if (isPrefix(mine, leaders)) {
        int fetched = length(mine) + 1 == length(leaders) ? leaders : leaders & 3;
        out.step(new Action(Act.FETCH, broker), w.withLog(broker, fetched));
      } else {
        int common = length(mine) == 2 && (mine & 3) == (leaders & 3) ? mine & 3 : 0;
        out.step(new Action(Act.TRUNCATE, broker), w.withLog(broker, common));
      }
    }
    if ((w.isr & bit) != 0 && (!alive || (lags && mine != leaders))) {
      out.step(new Action(Act.SHRINK, broker), w.with(w.leader, w.isr & ~bit, w.alive));
    }
    if ((w.isr & bit) == 0 && alive && mine == leaders) {
      out.step(new Action(Act.EXPAND, broker), w.with(w.leader, w.isr | bit, w.alive));
    }
  }

  private void elect(World w, int broker, Moves<World, Action> out) {
    int bit = 1 << broker;
    if ((w.alive & bit) == 0) {
      return;
    }
    if ((w.isr & bit) != 0) {
      out.step(new Action(Act.ELECT, broker), w.with(broker, w.isr & w.alive, w.alive));
    } else if (unclean && (w.isr & w.alive) == 0) {
      out.step(new Action(Act.ELECT_UNCLEAN, broker), w.with(broker, bit, w.alive));
    }
  }

  private void fail(World w, int broker, Moves<World, Action> out) {
    int bit = 1 << broker;
    int leader = broker == w.leader ? NOBODY : w.leader;
    if ((w.alive & bit) != 0 && w.stopped < stops) {
      out.fault(
          new Action(Act.STOP, broker),
          w.with(leader, w.isr, w.alive & ~bit)
              .with(w.sent, w.pending, w.acknowledged, w.stopped + 1, w.lost));
    }
    if ((w.alive & bit) != 0 && Integer.bitCount(w.lost) < disks) {
      out.fault(
          new Action(Act.LOSE_DISK, broker),
          w.with(leader, w.isr, w.alive & ~bit)
              .withLog(broker, 0)
              .with(w.sent, w.pending, w.acknowledged, w.stopped, w.lost | bit));
    }
    if (((w.alive | w.lost) & bit) == 0) {
      out.fault(new Action(Act.RETURN, broker), w.with(w.leader, w.isr, w.alive | bit));
    }
  }
}
