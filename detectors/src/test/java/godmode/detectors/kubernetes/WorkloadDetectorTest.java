package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new WorkloadDetector(), manifest);
  }

  @Test
  void reads_technology_version_and_replicas() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cache}
                spec:
                  replicas: 3
                  template:
                    metadata: {labels: {app: cache}}
                    spec:
                      containers:
                        - name: main
                          image: redis:7.2-alpine
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=cache, type=CACHE, technology=redis, presence=DEPLOYED]",
            "a.yaml:11 AttributeSeen[component=cache, said=version=7.2 STATED]",
            "a.yaml:5 AttributeSeen[component=cache, said=members=3 STATED]");
  }

  @Test
  void takes_an_image_called_as_a_module_for_made_of_it() {
    assertThat(
            Detections.in(
                new WorkloadDetector(),
                new MemorySnapshot()
                    .with(
                        "a.yaml",
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: order-pod}
                        spec:
                          containers:
                            - image: acme/order:1
                        """)
                    .with("order/go.mod", "module example.org/shop/order\n")
                    .with("order/Dockerfile", "FROM scratch\n")))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=order-pod, type=.empty, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:6 CalledAlso[name=order-pod, other=order]",
            "a.yaml:6 SameAs[name=order-pod, other=path:order]",
            "a.yaml:3 AttributeSeen[component=order-pod, said=members=1 STATED]");
  }

  @Test
  void takes_absent_replicas_for_one() {
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
                          image: acme/order-app:1
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=order, type=.empty, technology=.empty, presence=DEPLOYED]",
            "a.yaml:10 CalledAlso[name=order, other=order-app]",
            "a.yaml:3 AttributeSeen[component=order, said=members=1 INFERRED] (inferred)");
  }

  @Test
  void does_not_count_what_is_scaled_switched_off_or_one_per_node() {
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
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec: {scaleTargetRef: {kind: Deployment, name: web}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: off}
                spec:
                  replicas: 0
                  template:
                    metadata: {labels: {app: off}}
                    spec:
                      containers:
                        - name: main
                          image: off
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: agent}
                spec:
                  template:
                    metadata: {labels: {app: agent}}
                    spec:
                      containers:
                        - name: main
                          image: agent
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: odd}
                spec:
                  replicas: ${N}
                  template:
                    metadata: {labels: {app: odd}}
                    spec:
                      containers:
                        - name: main
                          image: odd
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=web, type=.empty, technology=.empty, presence=DEPLOYED]",
            "a.yaml:3 AttributeUnread[component=web, attribute=members, why=HorizontalPodAutoscaler"
                + " web decides how many run]",
            "a.yaml:19 ComponentSeen[name=off, type=.empty, technology=.empty, presence=DEPLOYED]",
            "a.yaml:21 AttributeUnread[component=off, attribute=members, why=replicas is 0: it is"
                + " switched off until something scales it]",
            "a.yaml:31 ComponentSeen[name=agent, type=.empty, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:31 AttributeUnread[component=agent, attribute=members, why=a DaemonSet runs one"
                + " on each node]",
            "a.yaml:42 ComponentSeen[name=odd, type=.empty, technology=.empty, presence=DEPLOYED]",
            "a.yaml:44 AttributeUnread[component=odd, attribute=members, why=replicas has no number"
                + " to read here]");
  }

  @Test
  void guesses_a_store_from_server_variables() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: catalogue}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: catalogue}}
                    spec:
                      containers:
                        - name: main
                          image: acme/own
                          env: [{name: MYSQL_ROOT_PASSWORD, value: x}]
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=catalogue, type=.empty, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:11 ComponentSeen[name=catalogue, type=DATABASE, technology=mysql,"
                + " presence=DEPLOYED] (inferred)",
            "a.yaml:11 CalledAlso[name=catalogue, other=own]",
            "a.yaml:5 AttributeSeen[component=catalogue, said=members=1 STATED]");
  }

  @Test
  void guesses_a_store_from_port_and_name_and_never_from_a_port_alone() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: user-db}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: user-db}}
                    spec:
                      containers:
                        - name: main
                          image: user-db
                          ports: [{containerPort: 27017}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: user}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: user}}
                    spec:
                      containers:
                        - name: main
                          image: user
                          ports: [{containerPort: 27017}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop-db}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: shop-db}}
                    spec:
                      containers:
                        - name: main
                          image: shop-db
                          ports: [{containerPort: 8080}]
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=user-db, type=.empty, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:11 ComponentSeen[name=user-db, type=DATABASE, technology=mongodb,"
                + " presence=DEPLOYED] (inferred)",
            "a.yaml:5 AttributeSeen[component=user-db, said=members=1 STATED]",
            "a.yaml:16 ComponentSeen[name=user, type=.empty, technology=.empty, presence=DEPLOYED]",
            "a.yaml:18 AttributeSeen[component=user, said=members=1 STATED]",
            "a.yaml:29 ComponentSeen[name=shop-db, type=.empty, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:31 AttributeSeen[component=shop-db, said=members=1 STATED]");
  }

  @Test
  void takes_what_runs_once_or_makes_load_for_a_job() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Job
                metadata: {name: init}
                spec:
                  template:
                    metadata: {labels: {app: init}}
                    spec:
                      containers:
                        - name: main
                          image: mongo
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: load-test}
                spec:
                  replicas: 2
                  template:
                    metadata: {labels: {app: load-test}}
                    spec:
                      containers:
                        - name: main
                          image: acme/load-test
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=init, type=JOB, technology=.empty, presence=DEPLOYED]",
            "a.yaml:14 ComponentSeen[name=load-test, type=JOB, technology=.empty,"
                + " presence=DEPLOYED]",
            "a.yaml:16 AttributeSeen[component=load-test, said=members=2 STATED]");
  }

  @Test
  void looks_past_sidecars() {
    assertThat(
            detect(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: broker}
                spec:
                  replicas: 1
                  template:
                    metadata: {labels: {app: broker}}
                    spec:
                      containers:
                        - name: main
                          image: kbudde/rabbitmq-exporter
                        - {name: istio-proxy, image: istio/proxyv2}
                        - {name: rabbit, image: rabbitmq}
                """))
        .containsExactly(
            "a.yaml:3 ComponentSeen[name=broker, type=BROKER, technology=rabbitmq,"
                + " presence=DEPLOYED]",
            "a.yaml:5 AttributeSeen[component=broker, said=members=1 STATED]");
  }

  @Test
  void servers_of_consul_that_expect_each_other_keep_the_data() {
    String agent =
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: consul}
        spec:
          template:
            spec:
              containers:
                - {name: consul, image: hashicorp/consul:1.21, args: [agent, -server, %s]}
        """;
    assertThat(Detections.in(new WorkloadDetector(), agent.formatted("-bootstrap-expect=3")))
        .anyMatch(line -> line.contains("type=COORDINATION, technology=consul"));
    assertThat(Detections.in(new WorkloadDetector(), agent.formatted("-bootstrap-expect=1")))
        .anyMatch(line -> line.contains("type=DISCOVERY, technology=consul"));
  }
}
