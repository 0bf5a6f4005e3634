package godmode.templates.log;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLogTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  @Test
  void a_session_is_one_row_of_ten_columns() {
    assertThat(SessionLog.row(Shop.review(), AT))
        .isEqualTo(
            "2026-01-02T03:04:05Z\tshop\tsingle-region\tnot decided\tlinearizable\tnot decided\tnone\t-\t"
                + "not decided\tNEEDS REVISION\n");
    assertThat(SessionLog.HEADER.split("\t", -1)).hasSize(10);
  }

  @Test
  void hostile_names_stay_in_their_column() {
    for (String name : Hostile.NAMES) {
      String row = SessionLog.row(Shop.called(name), AT);
      assertThat(row.split("\t", -1)).as(name).hasSize(10);
      assertThat(row.lines()).as(name).hasSize(1);
      assertThat(row.codePoints().filter(Character::isISOControl).filter(c -> c == 0x1b))
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void a_backslash_is_told_from_an_escape() {
    assertThat(SessionLog.row(Shop.called("a\\n"), AT)).contains("\ta\\\\n\t");
    assertThat(SessionLog.row(Shop.called("a\n"), AT)).contains("\ta\\n\t");
  }
}
