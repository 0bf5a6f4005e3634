package godmode.detectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StorageDetectorTest {
  private static List<String> detect(String manifest) {
    return Detections.in(new StorageDetector(), manifest);
  }

  @Test
  void loses_data_on_a_scratch_volume() {
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
                      volumeMounts: [{name: v, mountPath: /var/lib/postgresql/data}]
                  volumes: [{name: v, emptyDir: {}}]
            """))
        .containsExactly("a.yaml:11 AttributeSeen[component=db, said=persistent=false STATED]");
  }

  @Test
  void loses_data_without_a_volume_for_it() {
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
                      image: mongo
                      volumeMounts: [{name: v, mountPath: /tmp}]
                  volumes: [{name: v, emptyDir: {}}]
            """))
        .containsExactly("a.yaml:3 AttributeSeen[component=db, said=persistent=false STATED]");
  }

  @Test
  void keeps_data_on_a_claim() {
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
                      image: mongo
                      volumeMounts: [{name: v, mountPath: /data/db}]
                  volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]
            """))
        .containsExactly("a.yaml:11 AttributeSeen[component=db, said=persistent=true STATED]");
  }

  @Test
  void keeps_data_on_a_claim_from_a_template() {
    assertThat(
            detect(
                """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - name: main
                      image: mongo
                      volumeMounts: [{name: d, mountPath: /data/db}]
              volumeClaimTemplates: [{metadata: {name: d}}]
            """))
        .containsExactly("a.yaml:11 AttributeSeen[component=db, said=persistent=true STATED]");
  }

  @Test
  void says_nothing_of_a_volume_it_cannot_find_or_of_a_stateless_service() {
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
                      image: mongo
                      volumeMounts: [{name: gone, mountPath: /data/db}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: main
                      image: nginx
            """))
        .isEmpty();
  }
}
