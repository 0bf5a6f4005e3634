package godmode.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.engine.lab.LabRequest.Where;
import godmode.record.PlainTree;
import godmode.simulate.fault.FaultSource;
import godmode.simulate.lab.Experiments;
import godmode.simulate.lab.Plan;
import godmode.simulate.network.Latency;
import godmode.simulate.network.Rates;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final long MILLI = 1_000_000;

  private static Plan plan(
      String protocol, Where where, List<String> faults, Map<String, String> with)
      throws IOException {
    LabRequest request = new LabRequest(protocol, where, 1, 1, faults, Optional.empty(), with);
    return new PlanReader(Experiments.named(protocol).orElseThrow().card(), request).read().plan();
  }

  private static Where at(String sites, String matrix) {
    return new Where(
        Optional.empty(),
        List.of(),
        Optional.of(sites),
        Optional.of(matrix).filter(name -> !name.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void sites_have_servers_and_the_published_times_between_them() throws IOException {
    Plan plan = plan("raft", at("eu=2,us-east-1=1", "aws-2017"), List.of(), Map.of());

    assertThat(plan.names()).containsExactly("eu-1", "eu-2", "us-east-1-1");
    assertThat(plan.place().siteOf()).containsExactly(0, 0, 1);
    assertThat(plan.place().sites().latency())
        .isEqualTo(
            List.of(
                List.of(Plan.NEAR, new Latency.Uniform(38_261_250, 42_288_750)),
                List.of(new Latency.Uniform(38_261_250, 42_288_750), Plan.NEAR)));
    assertThat(plan.place().roundTrip()).isEqualTo(80_550_000);
  }

  @Test
  void every_pair_of_a_published_matrix_is_known_both_ways() throws IOException {
    int pairs = 0;
    for (String name : RoundTrips.PUBLISHED) {
      RoundTrips matrix = RoundTrips.named(name, Optional.empty());
      for (String from : matrix.places()) {
        for (String to : matrix.places()) {
          if (!from.equals(to) && matrix.between(from, to).isPresent()) {
            assertThat(matrix.between(to, from)).isEqualTo(matrix.between(from, to));
            pairs++;
          }
        }
      }
    }
    assertThat(pairs).isEqualTo(990);
  }

  @Test
  void one_way_times_and_distributions_of_a_file_stand_for_themselves() {
    RoundTrips matrix =
        RoundTrips.of(
            "m.yaml",
            PlainTree.read(
                    "m.yaml",
                    """
                    jitter: 0%
                    round-trips: {eu: {us: 90ms, eu: 2ms}}
                    one-way: {us: {eu: "lognormal:50ms:0.5"}}
                    """)
                .tree()
                .orElseThrow(),
            Optional.empty());

    assertThat(matrix.between("eu", "us")).contains(new Latency.Constant(45 * MILLI));
    assertThat(matrix.between("us", "eu")).contains(new Latency.LogNormal(50 * MILLI, 0.5));
    assertThat(matrix.between("eu", "eu")).contains(new Latency.Constant(MILLI));
    assertThat(matrix.between("us", "us")).isEmpty();
  }

  @Test
  void rates_and_faults_are_those_that_were_asked_for() throws IOException {
    Plan plan =
        plan(
            "raft",
            Where.here(3),
            List.of("halves:in", "clock:drift"),
            Map.of(
                "loss",
                "1%",
                "duplication",
                "2%",
                "reordering",
                "0.5%",
                "in-order",
                "true",
                "fault-every",
                "3s",
                "latency",
                "5ms"));

    assertThat(plan.rates()).isEqualTo(new Rates(10_000, 20_000, 5_000, true));
    assertThat(plan.faults().sources())
        .extracting(FaultSource::name)
        .containsExactly("halves:in", "clock:drift");
    assertThat(plan.faults().every()).isEqualTo(3_000 * MILLI);
    assertThat(plan.place().sites().latency())
        .isEqualTo(List.of(List.of(new Latency.Constant(5 * MILLI))));
  }

  @Test
  void what_cannot_be_is_refused_with_what_can() {
    refuses("write each site once, with its servers: eu=2,us=2,ap=1", at("eu=2,eu=1", ""));
    refuses("--sites eu is 'x'; write a whole number from 1 to 63", at("eu=x", ""));
    refuses("does not tell how long it takes from eu to mars; it knows ap, ", at("eu,mars", ""));
    refuses("there is no such file; name one, or a published matrix: aws-2022", at("eu", "gone"));
    refuses(
        "--sites eu=2 has 2 servers, and --nodes is 3; leave out one",
        new Where(
            Optional.of(3),
            List.of(),
            Optional.of("eu=2"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    refuses(
        "--matrix is about several sites",
        new Where(
            Optional.of(3),
            List.of(),
            Optional.empty(),
            Optional.of("aws-2017"),
            Optional.empty(),
            Optional.empty()));
    assertThatThrownBy(() -> plan("raft", Where.here(3), List.of("site"), Map.of()))
        .hasMessageContaining("--faults site: there is one site; give several with --sites");
    assertThatThrownBy(() -> plan("raft", Where.here(3), List.of("halves:up"), Map.of()))
        .hasMessageContaining("halves[:in|out|one-way]", "clock[:step|drift|offset]");
    assertThatThrownBy(() -> plan("crdt", Where.here(3), List.of(), Map.of("clients", "2")))
        .hasMessage("--clients is '2'; crdt has no clients");
    assertThatThrownBy(
            () ->
                RoundTrips.of(
                    "m.yaml",
                    PlainTree.read("m.yaml", "between: {}").tree().orElseThrow(),
                    Optional.empty()))
        .hasMessageContaining("a matrix has no 'between'; it has source, also, jitter,");
  }

  private static void refuses(String message, Where where) {
    assertThatThrownBy(() -> plan("raft", where, List.of(), Map.of()))
        .hasMessageContaining(message);
  }
}
