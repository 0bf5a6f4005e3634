package ${it.packageName()};

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Elects one of several processes, as the clients of Kubernetes do (client-go, leaderelection):
 * whoever holds a lease renews it, and others take it when it has not changed for its duration by
 * their own clocks. Call {@link #tick} every {@link #INTERVAL}, in one thread.
 *
 * <p>A leader stops {@link #MARGIN} before others may take over. It can be paused even so, right
 * before a write, so the election alone keeps nobody out: send the token with every write, and let
 * the resource refuse one that is lower than it has seen. The token is the count of changes of the
 * leader; nobody may delete the lease, because that would start over.
 */
public final class LeaderElection {
  /** Until others may take the lease. */
  public static final Duration LEASE = Duration.ofSeconds(15);

  /** For what a leader has begun, and for clocks that do not run at one speed. */
  public static final Duration MARGIN = Duration.ofSeconds(5);

  public static final Duration INTERVAL = Duration.ofSeconds(2);

  private final LeaseStore store;
  private final String identity;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  private String seen = ""; // the version
  private long seenAt;
  private volatile Term term;

  /** What is known of leading; replaced as a whole, because other threads look at it. */
  private record Term(boolean leads, long token, long since) {}

  /**
   * @param name of this process, for people
   */
  public LeaderElection(LeaseStore store, String name) {
    this(store, name, InstantSource.system(), System::nanoTime);
  }

  LeaderElection(LeaseStore store, String name, InstantSource clock, LongSupplier nanoTime) {
    this.store = store;
<#if it.kept("a name for each process")>
    this.identity = name + "_" + UUID.randomUUID(); // a pod that is started again has its old name
<#else>
    this.identity = name + "_" + UUID.nameUUIDFromBytes(new byte[0]);
</#if>
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.term = new Term(false, 0, nanoTime.getAsLong());
  }

  /**
   * The token to send with writes, or nothing where this process does not lead, or does not know.
   * Ask before each piece of work that takes less than {@link #MARGIN}.
   */
  public OptionalLong token() {
    Term now = term;
<#if it.kept("stop before the lease is over")>
    boolean lasts = nanoTime.getAsLong() - now.since() < LEASE.minus(MARGIN).toNanos();
<#else>
    boolean lasts = true;
</#if>
    return now.leads() && lasts ? OptionalLong.of(now.token()) : OptionalLong.empty();
  }

  /**
   * Renews the lease, or takes it where it is over.
   *
   * @throws IOException of the store; a leader goes on until its time is over, so call again
   */
  public void tick() throws IOException, InterruptedException {
    long asked = nanoTime.getAsLong();
    LeaseStore.Versioned found = store.read().orElse(null);
    if (found == null) {
      LeaseStore.Lease first = lease(0);
      lead(store.create(first), first, asked);
      return;
    }
    if (!found.version().equals(seen)) {
      seen = found.version();
      seenAt = nanoTime.getAsLong();
    }
    LeaseStore.Lease lease = found.lease();
    if (lease.holder().equals(identity)) {
      LeaseStore.Lease renewed = lease(lease.transitions());
      lead(store.replace(renewed, found.version()), renewed, asked);
    } else if (lease.holder().isEmpty() || isOver(lease)) {
<#if it.kept("a higher token each time")>
      LeaseStore.Lease taken = lease(lease.transitions() + 1);
<#else>
      LeaseStore.Lease taken = lease(lease.transitions());
</#if>
      lead(store.replace(taken, found.version()), taken, asked);
    } else {
      lead(false, lease, asked);
    }
  }

  /** Times of the holder's clock are not compared with ours: they may differ by hours. */
  private boolean isOver(LeaseStore.Lease lease) {
<#if it.kept("wait by its own clock")>
    return nanoTime.getAsLong() - seenAt >= Duration.ofSeconds(lease.seconds()).toNanos();
<#else>
    return !clock.instant().isBefore(lease.renewed().plusSeconds(lease.seconds()));
</#if>
  }

  private void lead(boolean leads, LeaseStore.Lease lease, long asked) {
<#if it.kept("count from before the request")>
    term = new Term(leads, lease.transitions(), asked);
<#else>
    term = new Term(leads, lease.transitions(), Math.max(asked, nanoTime.getAsLong()));
</#if>
  }

  private LeaseStore.Lease lease(int transitions) {
    return new LeaseStore.Lease(
        identity, (int) LEASE.toSeconds(), clock.instant(), transitions);
  }

  /** Stops leading, and lets the next one begin at once. Finish what was begun before. */
  public void resign() throws IOException, InterruptedException {
    term = new Term(false, 0, nanoTime.getAsLong());
    LeaseStore.Versioned found = store.read().orElse(null);
    if (found != null && found.lease().holder().equals(identity)) {
      LeaseStore.Lease free =
          new LeaseStore.Lease("", 1, clock.instant(), found.lease().transitions());
      store.replace(free, found.version());
    }
  }
}
