package ${it.packageName()};

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a request that is sent again, because its answer was lost, get that answer instead of taking
 * effect twice (draft-ietf-httpapi-idempotency-key-header). Who sends it chooses an {@code
 * Idempotency-Key} and sends the same one at every repetition. 409 while another is at work on it,
 * 422 where the key came with a different request.
 *
 * <p>What serves the request runs in one transaction with what stores the answer. So it must not
 * open one of its own (REQUIRES_NEW), answer asynchronously, or be kept from the data source of
 * these transactions; effects elsewhere are not covered: give the key to whom you call. What is
 * answered with 500 or above, or with {@code sendError}, takes no effect and can be tried again.
 */
public class IdempotencyFilter extends OncePerRequestFilter {
  /** The longest key, and the longest body in bytes. */
  private static final int KEY_MAX = 200;

  private static final int BODY_MAX = 1 << 20;

  private final IdempotencyKeys keys;
  private final PlatformTransactionManager transactions;
  private final TransactionTemplate template;

  IdempotencyFilter(IdempotencyKeys keys, PlatformTransactionManager transactions) {
    this.keys = keys;
    this.transactions = transactions;
    this.template = new TransactionTemplate(transactions);
  }

  /** Other methods are idempotent by themselves. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Set.of("POST", "PATCH").contains(request.getMethod())
        || request.getHeader("Idempotency-Key") == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader("Idempotency-Key");
    String type = String.valueOf(request.getContentType());
    if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
      problem(response, 415, "no forms: who serves them could not read them after this filter");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(BODY_MAX + 1);
    if (key.isBlank() || key.length() > KEY_MAX) {
      problem(response, 400, "Idempotency-Key: 1 to " + KEY_MAX + " characters");
      return;
    }
    if (body.length > BODY_MAX) {
      problem(response, 413, "more than " + BODY_MAX + " bytes");
      return;
    }
    Principal caller = request.getUserPrincipal();
    IdempotencyKeys.Request asked =
        new IdempotencyKeys.Request(
            caller == null ? "" : caller.getName(), key, hash(request, body));
    IdempotencyKeys.Claim claim = keys.claim(asked);
    if (claim instanceof IdempotencyKeys.Claim.Serve serve) {
      serve(asked, serve.attempt(), new Repeated(request, body), new Buffered(response), chain);
    } else if (claim instanceof IdempotencyKeys.Claim.Repeat repeat) {
      response.setStatus(repeat.answer().status());
      response.setContentType(repeat.answer().contentType());
      response.getOutputStream().write(repeat.answer().body());
    } else if (claim instanceof IdempotencyKeys.Claim.Other) {
      problem(response, 422, "this key came with a different request");
    } else {
      problem(response, 409, "the first request with this key is at work");
    }
  }

  private void serve(
      IdempotencyKeys.Request asked,
      long attempt,
      HttpServletRequest request,
      Buffered response,
      FilterChain chain)
      throws ServletException, IOException {
    TransactionStatus work = transactions.getTransaction(template);
    try {
      chain.doFilter(request, response);
      IdempotencyKeys.Answer answer =
          new IdempotencyKeys.Answer(
              response.getStatus(), response.getContentType(), response.getContentAsByteArray());
<#if !it.kept("store with the effect")>
      transactions.commit(work);
      work = transactions.getTransaction(template);
</#if>
      if (response.failed || answer.status() >= 500 || work.isRollbackOnly()) {
        transactions.rollback(work);
        keys.release(asked, attempt);
      } else if (keys.store(asked, attempt, answer)) {
        transactions.commit(work);
      } else { // somebody has taken over; what was done here is undone
        transactions.rollback(work);
        response.reset();
        problem(response, 409, "the first request with this key is at work");
      }
    } catch (ServletException | IOException | RuntimeException failure) {
      if (!work.isCompleted()) {
        transactions.rollback(work);
      }
      keys.release(asked, attempt);
      throw failure;
    } finally {
      if (!work.isCompleted()) {
        transactions.rollback(work);
      }
    }
    response.copyBodyToResponse();
  }

  /** As RFC 9457 has it. */
  private static void problem(HttpServletResponse response, int status, String title)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    String json = "{\"status\": " + status + ", \"title\": \"" + title + "\"}";
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      String line =
          request.getMethod()
              + " "
              + request.getRequestURI()
              + "?"
              + request.getQueryString()
              + "\n";
      hash.update(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash.digest(body));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** A response that nobody sees before the transaction has ended. */
  private static final class Buffered extends ContentCachingResponseWrapper {
    private boolean failed;

    Buffered(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      failed = true;
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      failed = true;
      super.sendError(status, message);
    }
  }

  /** A request whose body can be read, though it was read before. */
  private static final class Repeated extends HttpServletRequestWrapper {
    private final byte[] body;

    Repeated(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Body(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String encoding = getCharacterEncoding();
      return new BufferedReader(
          new InputStreamReader(
              new ByteArrayInputStream(body), encoding == null ? "UTF-8" : encoding));
    }
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("bodies of requests with a key are not read asynchronously");
    }
  }
}
