package ${it.packageName()};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionTokenFilterTest {
  /** A store whose log grows at the leader and has not arrived at the replica. */
  private final List<String> leader = new ArrayList<>(List.of("old"));

  private final List<String> replica = List.of("old");
  private final SessionTokenFilter filter = new SessionTokenFilter();
  private String token;

  /** A request of one client, which sends back the token that it got last. */
  private String request(FilterChain served) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    if (token != null) {
      request.addHeader(SessionTokenFilter.HEADER, token);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, served);
    token = response.getHeader(SessionTokenFilter.HEADER);
    return response.getContentAsString();
  }

  private String write(String value) throws Exception {
    return request(
        (request, response) -> {
          leader.add(value);
          session(request.getAttribute("session")).saw(leader.size());
        });
  }

  private String read() throws Exception {
    return request(
        (request, response) -> {
          SessionTokenFilter.Session session = session(request.getAttribute("session"));
          SessionToken.Answer<String> answer =
              session
                  .token()
                  .read(List.of(replica), leader, List::size, log -> log.get(log.size() - 1));
          session.saw(answer.token().position());
          response.getWriter().write(answer.value());
        });
  }

  private static SessionTokenFilter.Session session(Object attribute) {
    return (SessionTokenFilter.Session) attribute;
  }

  @Test
  void a_client_reads_what_it_wrote_although_the_replica_is_behind() throws Exception {
    assertEquals("old", read());
    write("mine");

    assertEquals("mine", read());
    assertEquals("mine", read());
  }

  @Test
  void a_client_that_has_seen_nothing_is_content_with_the_replica() throws Exception {
    leader.add("somebody else's");

    assertEquals("old", read());
    assertEquals("p1-1", token);
  }

  @Test
  void a_token_that_cannot_be_read_is_that_of_a_new_client() throws Exception {
    token = "rubbish";

    assertEquals("old", read());
  }

  @Test
  void what_is_told_too_late_is_not_lost_in_silence() {
    assertThrows(
        IllegalStateException.class,
        () ->
            request(
                (request, response) -> {
                  response.flushBuffer();
                  session(request.getAttribute("session")).saw(7);
                }));
  }
}
