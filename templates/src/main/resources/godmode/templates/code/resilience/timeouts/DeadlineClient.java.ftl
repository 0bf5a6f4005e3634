package ${it.packageName()};

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests that end with a deadline, and tells callees how long they have. */
public final class DeadlineClient {
  private final HttpClient http;

  /**
   * @param http with a connect timeout of its own, shorter than any call may take
   */
  public DeadlineClient(HttpClient http) {
    this.http = http;
  }

  /**
   * The whole response, body included.
   *
   * @param own what this call should take at most
   * @throws HttpTimeoutException if it took longer; the callee may have done what was asked
   * @throws Deadline.ExceededException without sending
   */
  public HttpResponse<String> send(HttpRequest.Builder request, Deadline deadline, Duration own)
      throws IOException, InterruptedException {
    Duration timeout = deadline.timeout(own);
<#if it.kept("tell the callee what is left")>
    request.setHeader(Deadline.HEADER, Long.toString(timeout.toMillis()));
</#if>
<#if it.kept("count the body, too")>
    CompletableFuture<HttpResponse<String>> sent =
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    try {
      return sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("no whole response within " + timeout);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof HttpTimeoutException late) {
        throw late;
      }
      throw new IOException(failure.getCause().getMessage(), failure.getCause());
    } finally {
      sent.cancel(true);
    }
<#else>
    return http.send(
        request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofString());
</#if>
  }
}
