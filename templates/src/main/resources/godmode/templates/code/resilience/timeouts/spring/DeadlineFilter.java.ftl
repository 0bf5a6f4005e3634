package ${it.packageName()};

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a deadline, from the header of its caller, for the thread that serves it. A
 * thread that is handed work does not have it: hand the {@link Deadline} on with the work.
 */
public class DeadlineFilter extends OncePerRequestFilter {
  private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

  private final Settings settings;

  /**
   * What is under {@code deadline} in application.properties.
   *
   * @param max what no request gets more than
   * @param reserve what it takes to answer after the last call
   * @param call what a call should take at most
   */
  @ConfigurationProperties("deadline")
  public record Settings(
      @DefaultValue("5s") Duration max,
      @DefaultValue("100ms") Duration reserve,
      @DefaultValue("1s") Duration call) {}

  DeadlineFilter(Settings settings) {
    this.settings = settings;
  }

  /** The deadline of the request that this thread serves. */
  public static Optional<Deadline> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    CURRENT.set(
        Deadline.from(
            request.getHeader(Deadline.HEADER), settings.max(), settings.reserve()));
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }
}
