package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new ConnectionDetector(), manifest);
  }

  @Test
  void connects_to_what_an_address_names() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec:
                  containers:
                    - name: main
                      image: order
                      env:
                        - {name: REDIS_ADDR, value: "cache:6379"}
                        - {name: PAYMENT_URL, value: "https://pay.shop.svc.cluster.local:443/x"}
                        - {name: DB, value: "jdbc:postgresql://db:5432/orders?ssl=true"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              template:
                metadata: {labels: {app: cache}}
                spec:
                  containers:
                    - name: main
                      image: redis
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: pay}
            spec:
              template:
                metadata: {labels: {app: pay}}
                spec:
                  containers:
                    - name: main
                      image: pay
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db}
            spec:
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: main
                      image: postgres
            """))
        .containsExactly(
            "a.yaml:12 ConnectionSeen[source=order, target=cache, kind=DATA, protocol=redis, properties=[]]",
            "a.yaml:13 ConnectionSeen[source=order, target=pay, kind=CALL, protocol=http, properties=[]]",
            "a.yaml:14 ConnectionSeen[source=order, target=db, kind=DATA, protocol=postgresql, properties=[database=orders STATED]]");
  }

  @Test
  void takes_words_for_words() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec:
                  containers:
                    - name: main
                      image: order
                      env:
                        - {name: MODE, value: "cache"}
                        - {name: PORT, value: "8080"}
                        - {name: GREETING, value: "see cache: 12"}
                        - {name: SELF_URL, value: "http://localhost:80"}
                        - {name: LOGO_URL, value: "https://cdn.shop.com/a.png"}
                        - {name: DOC_URL, value: "http://example.com:80/"}
                        - {name: OTHER_HOST, value: "unheard"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec:
              template:
                metadata: {labels: {app: cache}}
                spec:
                  containers:
                    - name: main
                      image: redis
            """))
        .isEmpty();
  }

  @Test
  void keeps_an_address_that_nothing_here_answers_to() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec:
                  containers:
                    - name: main
                      image: order
                      env:
                        - {name: SHIPPING_ADDR, value: "shipping:80"}
                        - {name: ZIPKIN, value: "zipkin.tracing.svc.cluster.local"}
            """))
        .containsExactly(
            "a.yaml:12 ConnectionSeen[source=order, target=shipping, kind=CALL, protocol=, properties=[]]",
            "a.yaml:13 ConnectionSeen[source=order, target=zipkin, kind=TRACE, protocol=zipkin, properties=[]] (inferred)");
  }

  @Test
  void does_not_tell_a_publisher_from_a_consumer_by_an_address() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec:
                  containers:
                    - name: main
                      image: order
                      env:
                        - {name: KAFKA_BROKERS, value: "kafka-0.kafka-headless:9092,kafka-1.kafka-headless:9092"}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: kafka}
            spec:
              template:
                metadata: {labels: {app: kafka}}
                spec:
                  containers:
                    - name: main
                      image: apache/kafka
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: kafka-headless}
            spec:
              selector: {app: kafka}
            """))
        .containsExactly(
            "a.yaml:12 ConnectionSeen[source=order, target=kafka-headless, kind=DEPENDENCY, protocol=kafka, properties=[]]");
  }

  @Test
  void reads_the_settings_that_an_application_fetches_from_the_cluster() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec: {containers: [{name: main, image: order}]}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: order}
            data:
              application.properties: |-
                spring.data.mongodb.host: mongo
              notes.properties: |-
                other.host: other
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: mongo}
            spec:
              template:
                metadata: {labels: {app: mongo}}
                spec: {containers: [{name: main, image: mongo}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: mongo}
            spec: {selector: {app: mongo}}
            """))
        .containsExactly(
            "a.yaml:14 ConnectionSeen[source=order, target=mongo, kind=DATA, protocol=mongodb,"
                + " properties=[]]");
  }

  @Test
  void reads_config_maps_and_mounted_files_at_their_own_lines() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: order}
            spec:
              template:
                metadata: {labels: {app: order}}
                spec:
                  containers:
                    - name: main
                      image: order
                      envFrom: [{configMapRef: {name: env}}]
                      volumeMounts: [{name: conf, mountPath: /etc/order}]
                  volumes: [{name: conf, configMap: {name: files}}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: env}
            data:
              PAY_HOST: pay
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: files}
            data:
              application.yml: |
                spring:
                  datasource:
                    url: jdbc:mysql://db/orders
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: pay}
            spec:
              template:
                metadata: {labels: {app: pay}}
                spec:
                  containers:
                    - name: main
                      image: pay
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db}
            spec:
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: main
                      image: mysql
            """))
        .containsExactly(
            "a.yaml:19 ConnectionSeen[source=order, target=pay, kind=CALL, protocol=, properties=[]]",
            "a.yaml:28 ConnectionSeen[source=order, target=db, kind=DATA, protocol=mysql, properties=[database=orders STATED]]");
  }

  @Test
  void the_database_may_be_named_beside_the_address() {
    assertThat(
            Detections.in(
                new ConnectionDetector(),
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders}
                spec:
                  template:
                    spec:
                      containers:
                        - name: orders
                          image: example/orders:1
                          env:
                            - {name: DB_HOST, value: "db:5432"}
                            - {name: DB_NAME, value: shop}
                            - {name: CACHE_NAME, value: pages}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec: {template: {spec: {containers: [{name: db, image: "postgres:17"}]}}}
                """))
        .containsExactly(
            "a.yaml:11 ConnectionSeen[source=orders, target=db, kind=DATA, protocol=postgresql,"
                + " properties=[database=shop STATED]]");
  }
}
