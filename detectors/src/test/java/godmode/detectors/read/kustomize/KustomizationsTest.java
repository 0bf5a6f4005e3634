package godmode.detectors.read.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What overlays make of their bases, and where each value then comes from. */
final class KustomizationsTest {
  private static final String BASE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        template:
          spec:
            containers:
              - {name: main, image: "acme/web:1", env: [{name: A, value: "1"}]}
              - {name: side, image: "acme/side:1"}
      """;

  private static MemorySnapshot overlay(String kustomization) {
    return new MemorySnapshot()
        .with("base/kustomization.yaml", "resources: [web.yaml]\n")
        .with("base/web.yaml", BASE)
        .with("over/kustomization.yaml", "resources: [../base]\n" + kustomization);
  }

  private static Kustomizations build(MemorySnapshot snapshot) {
    return Kustomizations.of(snapshot, path -> true);
  }

  private static Kustomized over(Kustomizations all) {
    return all.built().stream().filter(k -> k.folder().equals("over")).findFirst().orElseThrow();
  }

  private static List<String> objects(MemorySnapshot snapshot) {
    Kustomizations all = build(snapshot);
    assertThat(all.problems()).isEmpty();
    return over(all).objects().stream().map(o -> o.deployedName() + " " + o.root()).toList();
  }

  private static List<String> problems(MemorySnapshot snapshot) {
    return build(snapshot).problems().stream().map(ReadProblem::toString).toList();
  }

  private static String spec(MemorySnapshot snapshot) {
    Kustomizations all = build(snapshot);
    assertThat(all.problems()).isEmpty();
    return over(all).objects().get(0).root().at("spec").orElseThrow().toString();
  }

  @Test
  void a_strategic_patch_merges_containers_by_name_and_removes_what_is_null() {
    assertThat(
            spec(
                overlay(
                        """
                        patches:
                          - path: more.yaml
                        """)
                    .with(
                        "over/more.yaml",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          replicas: null
                          template:
                            spec:
                              containers:
                                - {name: main, env: [{name: B, value: "2"}], image: "acme/web:2"}
                                - {name: side, $patch: delete}
                        """)))
        .isEqualTo(
            "{template: {spec: {containers: [{name: main, image: \"acme/web:2\","
                + " env: [{name: A, value: \"1\"}, {name: B, value: \"2\"}]}]}}}");
  }

  @Test
  void a_json_patch_adds_replaces_and_removes_by_target() {
    assertThat(
            spec(
                overlay(
                    """
                    patches:
                      - target: {kind: Deployment, name: w.*}
                        patch: |-
                          - {op: replace, path: /spec/replicas, value: 3}
                          - {op: remove, path: /spec/template/spec/containers/1}
                          - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: C}}
                    """)))
        .isEqualTo(
            "{replicas: 3, template: {spec: {containers: [{name: main, image: \"acme/web:1\","
                + " env: [{name: A, value: \"1\"}, {name: C}]}]}}}");
  }

  @Test
  void facts_stand_in_the_line_of_the_base_or_of_the_patch_that_set_them() {
    Kustomizations all =
        build(
            overlay(
                """
                images: [{name: acme/web, newTag: "9"}]
                replicas:
                  - name: web
                    count: 5
                """));
    KustomizedObject web = over(all).objects().get(0);

    assertThat(web.root().get("spec.replicas").orElseThrow().place())
        .hasToString("over/kustomization.yaml:5");
    assertThat(web.root().get("metadata.name").orElseThrow().place())
        .hasToString("base/web.yaml:3");
    assertThat(web.root().get("spec.template.spec.containers").orElseThrow().items())
        .extracting(c -> c.at("image").orElseThrow().place() + " " + c.text("image").orElseThrow())
        .containsExactly("over/kustomization.yaml:2 acme/web:9", "base/web.yaml:10 acme/side:1");
  }

  @Test
  void prefixes_suffixes_namespaces_and_labels_reach_every_object() {
    assertThat(
            objects(
                overlay(
                        """
                        namePrefix: eu-
                        nameSuffix: -1
                        namespace: shop
                        commonLabels: {team: a}
                        """)
                    .with(
                        "base/web.yaml",
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web}
                        spec: {selector: {app: web}}
                        """)))
        .containsExactly(
            "eu-web-1 {apiVersion: v1, kind: Service,"
                + " metadata: {name: web, namespace: shop, labels: {team: a}},"
                + " spec: {selector: {app: web, team: a}}}");
  }

  @Test
  void generators_hold_files_variables_and_literals_at_their_own_lines() {
    MemorySnapshot snapshot =
        overlay(
                """
                configMapGenerator:
                  - name: settings
                    literals: [MODE=fast]
                    files: [server.properties, other=conf/a.txt]
                    envs: [app.env]
                """)
            .with("over/server.properties", "a=1\n")
            .with("over/conf/a.txt", "text")
            .with("over/app.env", "# first\nX=1\n");

    KustomizedObject map = over(build(snapshot)).objects().get(1);

    assertThat(map.root().at("data").orElseThrow())
        .hasToString("{MODE: \"fast\", server.properties: \"a=1\n\", other: \"text\", X: \"1\"}");
    assertThat(map.root().get("data.X").orElseThrow().place()).hasToString("over/app.env:2");
    assertThat(map.root().at("data").orElseThrow().at("server.properties").orElseThrow().place())
        .hasToString("over/server.properties:1");
    assertThat(build(snapshot).uses("over/server.properties")).isTrue();
  }

  @Test
  void components_change_what_stands_before_them() {
    assertThat(
            objects(
                overlay("components: [../cache]\n")
                    .with(
                        "cache/kustomization.yaml",
                        """
                        kind: Component
                        resources: [redis.yaml]
                        patches:
                          - target: {kind: Deployment}
                            patch: "[{op: replace, path: /spec, value: {}}]"
                        """)
                    .with(
                        "cache/redis.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: r}}\n")))
        .containsExactly(
            "web {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {}}",
            "r {apiVersion: v1, kind: Pod, metadata: {name: r}}");
  }

  @Test
  void lists_of_custom_resources_are_replaced_whatever_they_are_called() {
    assertThat(
            objects(
                overlay(
                        """
                        patchesStrategicMerge:
                          - |-
                            apiVersion: acme.io/v1
                            kind: Ring
                            metadata: {name: ring}
                            spec: {containers: [{name: b}]}
                        """)
                    .with(
                        "base/web.yaml",
                        "{apiVersion: acme.io/v1, kind: Ring, metadata: {name: ring},"
                            + " spec: {containers: [{name: a}]}}")))
        .containsExactly(
            "ring {apiVersion: acme.io/v1, kind: Ring, metadata: {name: ring},"
                + " spec: {containers: [{name: b}]}}");
  }

  @Test
  void what_lies_elsewhere_is_unread_with_the_reason() {
    assertThat(
            problems(
                overlay(
                    """
                    bases: ["github.com/acme/base//deploy?ref=v1"]
                    components: [../../outside]
                    patches: [{path: nowhere.yaml}]
                    helmCharts: [{name: redis}]
                    replicas: [{name: nobody, count: 2}]
                    """)))
        .containsExactly(
            "over/kustomization.yaml:2: resource github.com/acme/base//deploy?ref=v1 lies in"
                + " another repository and is not read; review it there",
            "over/kustomization.yaml:3: resource ../../outside lies outside the reviewed directory;"
                + " review both",
            "over/kustomization.yaml:4: patch nowhere.yaml is not in the reviewed directory;"
                + " correct its path",
            "over/kustomization.yaml:6: 'replicas' names nobody, and no workload of the resources is"
                + " called so; correct the name",
            "over/kustomization.yaml:5: Kustomize's helmCharts are not applied; commit the output of"
                + " `kustomize build` to have it read");
  }

  @Test
  void a_patch_that_does_not_fit_is_named_with_its_line() {
    assertThat(
            problems(
                overlay(
                    """
                    patches:
                      - target: {name: web}
                        patch: |-
                          - op: remove
                            path: /spec/nothing
                      - patch: |-
                          {apiVersion: v1, kind: Service, metadata: {name: gone}}
                    """)))
        .containsExactly(
            "over/kustomization.yaml:5: patch operation remove /spec/nothing does not fit what it"
                + " changes and was left out; correct its path",
            "over/kustomization.yaml:8: this patch changes Service gone, which the resources lack;"
                + " correct its kind or name");
  }

  @Test
  void a_cycle_of_bases_ends() {
    assertThat(
            problems(
                new MemorySnapshot()
                    .with("a/kustomization.yaml", "resources: [../b]\n")
                    .with("b/kustomization.yaml", "resources: [../a]\n")))
        .containsExactly(
            "a/kustomization.yaml:1: takes in itself through its resources; break the cycle",
            "b/kustomization.yaml:1: takes in itself through its resources; break the cycle");
  }

  @Test
  void transformers_that_only_label_are_no_loss_and_their_files_no_manifests() {
    MemorySnapshot snapshot =
        overlay("transformers: [labels.yaml]\n")
            .with("over/labels.yaml", "{kind: LabelTransformer, metadata: {name: l}}\n");

    assertThat(problems(snapshot)).isEmpty();
    assertThat(build(snapshot).uses("over/labels.yaml")).isTrue();
    assertThat(
            problems(
                snapshot.with(
                    "over/labels.yaml", "{kind: PrefixTransformer, metadata: {name: l}}\n")))
        .containsExactly(
            "over/kustomization.yaml:2: Kustomize's transformers are not applied; commit the output"
                + " of `kustomize build` to have it read");
  }
}
