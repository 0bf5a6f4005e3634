package ${it.packageName()};

import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a client has seen of a store, so that it reads its own writes and never goes back in time
 * (Terry et al., Session Guarantees, 1994). Give the token to the client with every answer, in a
 * cookie or a header, and take it with every request; it is no secret and needs no signature where
 * a wrong one only costs a slower read.
 *
 * @param position of the last write that the client made or saw, in the log of the leader: an LSN,
 *     an offset, a revision
 */
public record SessionToken(long position) {
  /** A client that has seen nothing. */
  public static final SessionToken NEW = new SessionToken(0);

  private static final String PREFIX = "p1-";

  /** An answer and the token that goes with it. */
  public record Answer<T>(T value, SessionToken token) {}

  public SessionToken {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position + "; 0 or more");
    }
  }

  /** The token after a write or read at that position. */
  public SessionToken after(long written) {
<#if it.kept("never forget a write")>
    return new SessionToken(Math.max(position, written));
<#else>
    return new SessionToken(written);
</#if>
  }

  /**
   * Reads from the first replica that has what this client has seen, else from the leader.
   *
   * @param replicas in the order in which to try them
   * @param leader has every write
   * @param applied how far a replica is; asked before it is read, so it may be further by then
   */
  public <R, T> Answer<T> read(
      Collection<R> replicas, R leader, ToLongFunction<R> applied, Function<R, T> read) {
    for (R replica : replicas) {
      long at = applied.applyAsLong(replica);
<#if it.kept("pass over replicas that are behind")>
      if (at >= position) {
        return new Answer<>(read.apply(replica), after(at));
      }
<#else>
      return new Answer<>(read.apply(replica), after(at));
</#if>
    }
    long at = applied.applyAsLong(leader);
    return new Answer<>(read.apply(leader), after(at));
  }

  /** The token as a header or cookie carries it. */
  public String encoded() {
    return PREFIX + position;
  }

  /** The token that a client sent; one that cannot be read is that of a new client. */
  public static SessionToken decoded(String text) {
    if (!text.matches(PREFIX + "\\d{1,18}")) {
      return NEW;
    }
    return new SessionToken(Long.parseLong(text.substring(PREFIX.length())));
  }
}
