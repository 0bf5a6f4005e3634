package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsDetectorTest {
  private static final String BROKER =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: broker, labels: {app: broker}}
      spec: {containers: [{name: kafka, image: "apache/kafka:4.0.0"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: broker}
      spec:
        %s
        selector: {app: broker}
        ports: [{port: 9092}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: orders}
      spec:
        containers:
          - name: orders
            image: shop/orders:1
            env:
              - {name: BOOTSTRAP, value: "broker:%s"}
      """;

  private static final String ORDERS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: orders, labels: {app: orders}}
      spec:
        containers:
          - name: orders
            image: shop/orders:1
            %s
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: orders}
      spec:
        selector: {app: orders}
        ports:
          - {port: 80, targetPort: 9193}
      """;

  private static List<String> brokered(String field, String port) {
    return Detections.in(new PortsDetector(), BROKER.formatted(field, port));
  }

  private static List<String> application(String container) {
    MemorySnapshot files =
        new MemorySnapshot()
            .with("k8s/orders.yaml", ORDERS.formatted(container))
            .with(
                "orders/pom.xml",
                "<project><artifactId>orders</artifactId><dependencies><dependency>"
                    + "<groupId>org.springframework.boot</groupId>"
                    + "<artifactId>spring-boot-starter-web</artifactId>"
                    + "</dependency></dependencies></project>")
            .with(
                "orders/src/main/java/Orders.java",
                "@org.springframework.boot.autoconfigure.SpringBootApplication class Orders {}")
            .with("orders/src/main/resources/application.yml", "server.port: 8080\n");
    return Detections.in(new PortsDetector(), files);
  }

  @Test
  void an_address_names_a_port_that_the_service_does_not_have() {
    assertThat(brokered("type: ClusterIP", "29092"))
        .containsExactly(
            "a.yaml:22 AttributeSeen[component=orders, said=unserved-address=broker:29092 STATED]",
            "a.yaml:12 AttributeSeen[component=orders, said=served-ports=9092 STATED]");
  }

  @Test
  void the_port_that_is_there_and_a_service_without_an_address_are_fine() {
    assertThat(brokered("type: ClusterIP", "9092")).isEmpty();
    assertThat(brokered("clusterIP: None", "29092")).isEmpty();
    assertThat(brokered("type: ClusterIP", "${PORT}")).isEmpty();
  }

  @Test
  void a_service_passes_on_to_a_port_on_which_the_application_does_not_listen() {
    assertThat(application("resources: {}"))
        .containsExactly(
            "k8s/orders.yaml:16 AttributeSeen[component=orders, said=target-port=9193 STATED]",
            "orders/src/main/resources/application.yml:1 AttributeSeen[component=orders,"
                + " said=listen-port=8080 STATED]");
  }

  @Test
  void what_the_container_or_a_variable_says_of_the_port_is_believed() {
    assertThat(application("ports: [{containerPort: 9193}]")).isEmpty();
    assertThat(application("env: [{name: SERVER_PORT, value: \"9193\"}]")).isEmpty();
    assertThat(application("envFrom: [{configMapRef: {name: orders}}]")).isEmpty();
  }
}
