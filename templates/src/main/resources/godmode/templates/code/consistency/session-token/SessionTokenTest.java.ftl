package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTokenTest {
  /** A store whose log grows at the leader and arrives at the others late. */
  private static final class Copy {
    private final List<String> log = new ArrayList<>();

    long position() {
      return log.size();
    }

    String last() {
      return log.isEmpty() ? "nothing" : log.get(log.size() - 1);
    }

    void follow(Copy leader, int upTo) {
      log.addAll(leader.log.subList(log.size(), upTo));
    }
  }

  private final Copy leader = new Copy();
  private final Copy near = new Copy();
  private final Copy far = new Copy();

  private SessionToken write(SessionToken token, String value) {
    leader.log.add(value);
    return token.after(leader.position());
  }

  private SessionToken.Answer<String> read(SessionToken token) {
    return token.read(List.of(near, far), leader, Copy::position, Copy::last);
  }

  @Test
  void a_client_reads_what_it_wrote_although_no_replica_has_it_yet() {
    SessionToken token = write(SessionToken.NEW, "mine");

    assertEquals("mine", read(token).value());
  }

  @Test
  void a_replica_that_has_it_answers() {
    SessionToken token = write(SessionToken.NEW, "mine");
    far.follow(leader, 1);
    leader.log.add("somebody else's");

    assertEquals("mine", read(token).value());
  }

  @Test
  void a_client_does_not_go_back_in_time() {
    write(SessionToken.NEW, "1");
    write(SessionToken.NEW, "2");
    near.follow(leader, 2);
    SessionToken.Answer<String> first = read(SessionToken.NEW);
    near.log.clear(); // the next request reaches a replica that is behind

    assertEquals("2", first.value());
    assertEquals("2", read(first.token()).value());
  }

  @Test
  void an_answer_from_long_ago_takes_nothing_from_the_token() {
    SessionToken token = new SessionToken(7).after(3);

    assertEquals(7, token.position());
  }

  @Test
  void a_client_that_has_seen_nothing_takes_the_first_replica() {
    leader.log.add("1");

    assertEquals("nothing", read(SessionToken.NEW).value());
  }

  @Test
  void tokens_travel_as_text_and_broken_ones_are_new() {
    assertEquals(new SessionToken(42), SessionToken.decoded(new SessionToken(42).encoded()));
    assertEquals(SessionToken.NEW, SessionToken.decoded("p1-99999999999999999999"));
    assertEquals(SessionToken.NEW, SessionToken.decoded("rubbish"));
    assertThrows(IllegalArgumentException.class, () -> new SessionToken(-1));
  }
}
