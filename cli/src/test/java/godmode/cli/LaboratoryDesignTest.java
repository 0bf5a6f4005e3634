package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.cli.Repository.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocols with the numbers of a design. */
class LaboratoryDesignTest {
  private static final String SHOP =
      """
      name: shop
      services:
        etcd-1: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
        etcd-2: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
        etcd-3: {image: "quay.io/coreos/etcd:v3.5.0", command: "%s"}
        orders:
          image: acme/orders
          environment:
            ORDERS_DB: jdbc:postgresql://orders-db:5432/orders
            STOCK_DB: jdbc:postgresql://stock-db:5432/stock
            STOCK_URL: http://stock:8080
            MAIL_URL: http://mailer:8080
        stock: {image: acme/stock}
        mailer: {image: acme/mailer}
        orders-db: {image: "postgres:16"}
        stock-db: {image: "postgres:16"}
      """
          .replace(
              "%s",
              "etcd --heartbeat-interval=200 --election-timeout=2000 --initial-cluster"
                  + " a=http://etcd-1:2380,b=http://etcd-2:2380,c=http://etcd-3:2380");

  @TempDir Path folder;

  private Run simulate(String record, String... options) throws IOException {
    Repository shop = new Repository(folder).with("compose.yaml", SHOP);
    if (!record.isEmpty()) {
      shop.with(".godmode/shop.design.yaml", record);
    }
    List<String> args =
        new ArrayList<>(List.of("simulate", options[0], folder.toString(), "--design"));
    args.addAll(List.of(options).subList(1, options.length));
    args.addAll(List.of("--runs", "1"));
    return Repository.run(args.toArray(String[]::new));
  }

  private static void ran(Run run, String given) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " ")).contains(given);
  }

  @Test
  void members_and_time_outs_are_those_of_the_cluster() throws IOException {
    ran(
        simulate("", "raft"),
        "design=etcd, nodes=3, clients=3, duration=10s, heartbeat=200ms,"
            + " election-least=2000ms, election-most=4000ms");
    ran(simulate("", "election"), "nodes=3, duration=10s, heartbeat=200ms, patience=2000ms");
    ran(simulate("", "failover"), "duration=10s, beat=200ms, patience=2000ms");
    ran(simulate("", "gossip"), "design=etcd, nodes=3, duration=10s ");
  }

  @Test
  void zones_are_sites_and_round_trips_stand_between_them() throws IOException {
    String zones = "schema: 1\nconsensus:\n  members: 3\n  zones: [%s]\n";
    ran(
        simulate(zones.formatted("rack a, rack b"), "raft"),
        "nodes=3, sites=rack-a=2+rack-b=1, round-trips=2ms");
    ran(
        simulate(zones.formatted("eu-west-1, us-east-1, ap-southeast-1"), "crdt"),
        "sites=eu-west-1=1+us-east-1=1+ap-southeast-1=1, round-trips=aws-2022");
    ran(
        simulate(
            zones.formatted("north, south") + "survives: {domain: region, round-trip: 80ms}\n",
            "quorum",
            "--faults",
            "site"),
        "sites=north=2+south=1, round-trips=80ms, clients=3, duration=10s, faults=site");
  }

  @Test
  void a_transaction_has_the_databases_of_a_service_and_a_saga_its_callees() throws IOException {
    Run twoPhase = simulate("", "2pc", "--format", "timeline");
    ran(twoPhase, "design=orders, nodes=3, ");
    assertThat(twoPhase.out()).contains("orders -> orders-db", "orders -> stock-db");
    Run saga = simulate("", "saga", "--format", "timeline");
    ran(saga, "design=orders, nodes=3, ");
    assertThat(saga.out()).contains("orders -> ", " stock", " mailer");
  }

  @Test
  void what_the_design_does_not_say_can_be_given_and_is_asked_for() throws IOException {
    ran(simulate("", "raft", "--nodes", "5"), "design=etcd, nodes=5, clients=3");
    refused(simulate("", "lock"), "no lock of shop has an owner with several copies");
    refused(simulate("", "lock", "--nodes", "4"), "several copies; leave out --design");
    refused(simulate("", "2pc", "--on", "stock"), "how many databases 'stock' has is not known");
    refused(
        simulate("", "raft", "--on", "mars"), "'mars' is none of those in shop; there are etcd");
  }

  private static void refused(Run run, String message) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().replaceAll("\\s+", " ")).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
