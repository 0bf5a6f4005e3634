package godmode.detectors.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateDetectorTest {
  private static Traced stock(String body) {
    return new Traced()
        .with(
            "StockStore",
            """
            import org.springframework.jdbc.core.JdbcTemplate;
            class StockStore {
              private final JdbcTemplate jdbc;
              StockStore(JdbcTemplate jdbc) { this.jdbc = jdbc; }
              int updateWithVersion(Stock stock) {
                return jdbc.update("update stock set n = ? where version = ?", stock.n, stock.version);
              }
            }
            """)
        .with("Stock", "class Stock {}\n")
        .with(
            "StockService",
            """
            import org.springframework.stereotype.Service;
            @Service class StockService {
              private final StockStore stocks;
              StockService(StockStore stocks) { this.stocks = stocks; }
              void take(Stock stock) {
                %s
              }
              private boolean compareAndSetState(int state) { return state > 0; }
            }
            """
                .formatted(body));
  }

  @Test
  void a_conditional_update_whose_count_nobody_reads_is_traced() {
    assertThat(stock("stocks.updateWithVersion(stock);").by(new UpdateDetector()))
        .containsExactly(
            "StockService.take: called=updateWithVersion, checked-by=nothing | StockService:7");
  }

  @Test
  void one_whose_count_is_read_is_checked() {
    assertThat(
            stock("if (stocks.updateWithVersion(stock) == 0) throw new IllegalStateException();")
                .by(new UpdateDetector()))
        .containsExactly(
            "StockService.take: called=updateWithVersion, checked-by=its result | StockService:7");
  }

  @Test
  void a_swap_in_the_memory_of_the_class_is_no_update_of_a_store() {
    assertThat(stock("compareAndSetState(1);").by(new UpdateDetector())).isEmpty();
  }
}
