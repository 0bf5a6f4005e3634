package ${it.packageName()};

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the token of a client with its request and gives it the next one with the answer, both in
 * the header {@code X-Session-Token}. Whoever serves the request gets it as a parameter,
 * {@code @RequestAttribute Session session}, reads with {@link Session#token} and tells what was
 * written or read with {@link Session#saw}.
 */
@Component
public class SessionTokenFilter extends OncePerRequestFilter {
  /** The header that carries the token both ways. */
  public static final String HEADER = "X-Session-Token";

  /** What a client has seen, while its request is served. */
  public static final class Session {
    private final HttpServletResponse response;
    private SessionToken token;

    Session(SessionToken token, HttpServletResponse response) {
      this.token = token;
      this.response = response;
      tell();
    }

    /** What the client has seen up to now. */
    public synchronized SessionToken token() {
      return token;
    }

    /** The client is about to see this position; call it before the answer is written. */
    public synchronized void saw(long position) {
      if (response.isCommitted()) {
        throw new IllegalStateException("the answer is on its way: too late to tell " + position);
      }
      token = token.after(position);
      tell();
    }

    private void tell() {
<#if it.kept("give the token to the client")>
      response.setHeader(HEADER, token.encoded());
</#if>
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
<#if it.kept("take the token of the client")>
    String sent = request.getHeader(HEADER);
    SessionToken token = sent == null ? SessionToken.NEW : SessionToken.decoded(sent);
<#else>
    SessionToken token = SessionToken.NEW;
</#if>
    request.setAttribute("session", new Session(token, response));
    chain.doFilter(request, response);
  }
}
