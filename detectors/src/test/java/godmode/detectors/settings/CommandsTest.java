package godmode.detectors.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void finds_each_program_of_a_script_and_what_it_is_given() {
    assertThat(
            Commands.started(
                List.of(
                    "sh",
                    "-c",
                    """
                    known=$(/usr/bin/redis-cli -h redis-sentinel \\
                      ping | head -n 1)
                    if [ -z "$known" ]; then exec gosu redis redis-server "/etc/redis.conf"; fi
                    """)))
        .containsSubsequence(
            List.of(
                List.of("redis-cli", "-h", "redis-sentinel", "ping"),
                List.of("head", "-n", "1"),
                List.of("redis-server", "/etc/redis.conf")));
  }

  @Test
  void what_only_runs_a_program_is_passed_over() {
    assertThat(Commands.started(List.of("docker-entrypoint.sh", "/bin/valkey-sentinel", "/a")))
        .containsExactly(List.of("valkey-sentinel", "/a"));
    assertThat(Commands.started(List.of("sh -c 'PORT=1 exec redis-server --sentinel'")))
        .containsExactly(List.of("redis-server", "--sentinel"));
    assertThat(Commands.started(List.of())).isEmpty();
  }

  @Test
  void a_sentinel_is_what_is_started_and_not_who_is_asked() {
    assertThat(Programs.isSentinel(List.of("redis-server /etc/s.conf --sentinel"))).isTrue();
    assertThat(Programs.isSentinel(List.of("/usr/bin/redis-sentinel", "/etc/s.conf"))).isTrue();
    assertThat(Programs.isSentinel(List.of("redis-cli -h redis-sentinel --sentinel"))).isFalse();
    assertThat(Programs.isSentinel(List.of("wait.sh redis-sentinel:26379"))).isFalse();
  }
}
