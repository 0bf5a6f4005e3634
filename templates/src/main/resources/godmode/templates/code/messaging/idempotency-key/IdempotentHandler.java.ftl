package ${it.packageName()};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Function;

/**
 * Serves what changes something (POST and PATCH) in the HTTP server of the JDK, with {@link
 * IdempotencyKeys}. A request must have the header {@code Idempotency-Key}.
 */
public final class IdempotentHandler implements HttpHandler {
  /** The longest key, and the longest body in bytes. */
  private static final int KEY_MAX = 200;

  private static final int BODY_MAX = 1 << 20;

  private final IdempotencyKeys keys;
  private final Function<HttpExchange, String> caller;
  private final IdempotencyKeys.Handler handler;

  /**
   * @param caller who was authenticated
   */
  public IdempotentHandler(
      IdempotencyKeys keys,
      Function<HttpExchange, String> caller,
      IdempotencyKeys.Handler handler) {
    this.keys = keys;
    this.caller = caller;
    this.handler = handler;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      IdempotencyKeys.Response response = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      int length = response.body().length;
      exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(response.body());
    }
  }

  private IdempotencyKeys.Response answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key == null || key.isBlank() || key.length() > KEY_MAX) {
      return IdempotencyKeys.problem(400, "Idempotency-Key: 1 to " + KEY_MAX + " characters");
    }
    byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
    if (body.length > BODY_MAX) {
      return IdempotencyKeys.problem(413, "more than " + BODY_MAX + " bytes");
    }
    try {
      return keys.answer(
          new IdempotencyKeys.Request(
              caller.apply(exchange),
              key,
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              body),
          handler);
    } catch (Exception failure) {
      return IdempotencyKeys.problem(500, "failed; try again with the same key");
    }
  }
}
