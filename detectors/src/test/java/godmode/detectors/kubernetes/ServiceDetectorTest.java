package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new ServiceDetector(), manifest);
  }

  @Test
  void gives_the_workload_behind_a_service_its_name() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: main
                      image: web
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: front}
            spec:
              selector: {app: web}
            """))
        .containsExactly("a.yaml:14 SameAs[name=web, other=front]");
  }

  @Test
  void joins_nothing_when_a_selector_is_empty_or_ambiguous() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web-1}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: main
                      image: web
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web-2}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: main
                      image: web
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec:
              selector: {app: web}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: bare}
            spec: {ports: [{port: 80}]}
            """))
        .isEmpty();
  }

  @Test
  void lets_a_user_in_through_published_services_and_routes() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: main
                      image: web
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec:
              selector: {app: web}
              type: LoadBalancer
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: in}
            spec: {rules: [{http: {paths: [{backend: {service: {name: web}}}]}}]}
            """))
        .containsExactly(
            "a.yaml:17 ConnectionSeen[source=actor:user, target=web, kind=USER, protocol=, properties=[]]",
            "a.yaml:22 ConnectionSeen[source=actor:user, target=web, kind=USER, protocol=, properties=[]]");
  }

  @Test
  void lets_no_user_into_a_database() {
    assertThat(
            detect(
                """
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
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              selector: {app: db}
              type: NodePort
            """))
        .isEmpty();
  }

  @Test
  void knows_a_service_that_stands_for_a_host_outside() {
    assertThat(
            detect(
                """
            apiVersion: v1
            kind: Service
            metadata: {name: pay}
            spec: {type: ExternalName, externalName: api.pay.com}
            """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=pay, type=EXTERNAL_SERVICE, technology=.empty, presence=ADDRESSED]",
            "a.yaml:4 SameAs[name=pay, other=api.pay.com]");
  }
}
