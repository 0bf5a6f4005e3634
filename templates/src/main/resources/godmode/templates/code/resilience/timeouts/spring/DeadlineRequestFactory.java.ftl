package ${it.packageName()};

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Makes requests of {@code RestClient} that end with the deadline of the request that is served,
 * and tells callees how long they have: {@code RestClient.builder().requestFactory(…)}.
 */
public class DeadlineRequestFactory implements ClientHttpRequestFactory {
  private final HttpClient http;
  private final Duration own;

  /**
   * @param http with a connect timeout of its own, shorter than any call may take
   * @param own what a call should take at most
   */
  DeadlineRequestFactory(HttpClient http, Duration own) {
    this.http = http;
    this.own = own;
  }

  /**
   * A request with its timeout.
   *
   * @throws Deadline.ExceededException where nothing is left, without sending
   */
  @Override
  public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
    Duration timeout = DeadlineFilter.current().map(left -> left.timeout(own)).orElse(own);
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
<#if it.kept("end each call")>
    requests.setReadTimeout(timeout);
</#if>
    ClientHttpRequest request = requests.createRequest(uri, method);
<#if it.kept("tell the callee what is left")>
    request.getHeaders().set(Deadline.HEADER, Long.toString(timeout.toMillis()));
</#if>
    return request;
  }
}
