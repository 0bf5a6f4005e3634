package godmode.detectors.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramsTest {
  @Test
  void the_program_that_is_started_tells_what_an_image_of_several_runs() {
    assertThat(
            Programs.started("vitess", "sh -c mkdir -p /vt && su -p -c \"/vt/bin/vtgate -cell a\""))
        .isEqualTo("vitess-gateway");
    assertThat(Programs.started("vitess", "/vt/bin/vttablet -topo etcd")).isEqualTo("vitess");
    assertThat(Programs.started("mongodb", "mongos --configdb csvr/config:27017"))
        .isEqualTo("mongos");
  }

  @Test
  void what_keeps_data_counts_first_and_a_word_inside_of_another_does_not() {
    assertThat(Programs.started("mongodb", "sh -c \"mongod --shardsvr & mongos --configdb c\""))
        .isEqualTo("mongodb");
    assertThat(Programs.started("mongodb", "--config /etc/mongos.conf")).isEqualTo("mongodb");
    assertThat(Programs.started("mongodb", "")).isEqualTo("mongodb");
    assertThat(Programs.started("redis", "mongos")).isEqualTo("redis");
  }
}
