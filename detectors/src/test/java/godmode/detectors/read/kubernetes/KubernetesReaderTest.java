package godmode.detectors.read.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesReaderTest {
  private final List<String> problems = new ArrayList<>();

  private static String deployment(String name) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %s
        spec:
          template:
            spec:
              containers: [{name: main, image: acme/%s}]
        """
        .formatted(name, name);
  }

  private static String system(String... names) {
    return String.join("---\n", List.of(names).stream().map(n -> deployment(n)).toList());
  }

  private List<String> read(MemorySnapshot snapshot) {
    return new KubernetesReader()
        .read(snapshot, (ReadProblem problem) -> problems.add(problem.toString())).stream()
            .map(unit -> unit.unit() + " " + unit.environment() + " " + unit.objects())
            .toList();
  }

  @Test
  void reads_every_document_and_every_item_of_a_list() {
    String text =
        "\uFEFF# only a comment\r\n---\r\n"
            + deployment("a").replace("\n", "\r\n")
            + "---\r\n---\r\napiVersion: v1\r\nkind: List\r\nitems:\r\n"
            + "- {apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: []}}\r\n"
            + "- {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap,"
            + " metadata: {name: c}}]}\r\n";

    assertThat(read(new MemorySnapshot().with("all.yaml", text.substring(1))))
        .containsExactly(". default [Deployment a, Service s, ConfigMap c]");
  }

  @Test
  void reads_json_generated_names_and_old_apis() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with(
                        "job.json",
                        """
                        {"apiVersion": "batch/v1", "kind": "Job", "status": {},
                         "metadata": {"generateName": "migrate-", "creationTimestamp": null},
                         "spec": {"template": {"spec": {"containers": [{"image": "acme/m"}]}}}}
                        """)
                    .with("old.yaml", deployment("old").replace("apps/v1", "extensions/v1beta1"))))
        .containsExactly(". default [Job migrate, Deployment old]");
  }

  @Test
  void passes_over_what_has_no_kind_or_no_name() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("a.yaml", "apiVersion: v1\nkind:\nmetadata: {name: x}\n")
                    .with("b.yaml", "kind: Deployment\napiVersion: apps/v1\n")
                    .with("c.yaml", "openapi: 3.0.0 # apiVersion, kind\n")))
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void names_the_world_after_known_words_only() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("k8s/prod/a.yaml", deployment("a"))
                    .with("k8s/test/a.yaml", deployment("a"))
                    .with("k8s/overlays/eu/a.yaml", deployment("a"))
                    .with("k8s/a-staging.yaml", deployment("a"))
                    .with("k8s/load-test.yaml", deployment("load-test"))))
        .containsExactly(
            "k8s default [Deployment load-test]",
            "k8s staging [Deployment a]",
            "k8s/overlays/eu eu [Deployment a]",
            "k8s/prod production [Deployment a]",
            "k8s/test test [Deployment a]");
  }

  @Test
  void leaves_out_tests_documentation_and_build_services() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with(".github/a.yaml", deployment("a"))
                    .with("docs/a.yaml", deployment("a"))
                    .with("pkg/testdata/a.yaml", deployment("a"))
                    .with("src/test/resources/a.yaml", deployment("a"))
                    .with("kustomize/tests/a.yaml", deployment("a"))
                    .with(
                        "skaffold.yaml",
                        "apiVersion: skaffold/v4\nkind: Config\nmetadata: {name: app}\n")))
        .isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void reads_what_charts_render_to_in_the_world_of_their_values() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("chart/Chart.yaml", "name: shop\n")
                    .with("chart/values.yaml", "name: a\n")
                    .with("chart/values-prod.yaml", "name: b\n")
                    .with("chart/templates/a.yaml", deployment("{{ .Values.name }}"))
                    .with("chart/templates/b.yaml", deployment("plain"))
                    .with(
                        "chart/templates/check.yaml",
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: check, annotations: {"helm.sh/hook": test}}
                        spec: {containers: [{image: busybox}]}
                        """)
                    .with("chart/crds/x.yaml", deployment("never"))
                    .with("chart/charts/sub/Chart.yaml", "name: sub\n")
                    .with("chart/charts/sub/templates/c.yaml", deployment("c"))))
        .containsExactly(
            "chart default [Deployment c, Deployment a, Deployment plain]",
            "chart production [Deployment c, Deployment b, Deployment plain]");
    assertThat(problems).isEmpty();
  }

  @Test
  void reports_a_template_of_any_tool_that_leaves_the_name_open() {
    String manifest =
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: etcd-{{cell}}\nspec: {a: b}\n";
    assertThat(read(new MemorySnapshot().with("etcd.yaml", manifest))).isEmpty();
    assertThat(problems)
        .containsExactly("etcd.yaml:1: is a template; commit what it renders to, to have it read");
  }

  @Test
  void reads_manifests_whose_texts_hold_expressions_of_another_tool() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with(
                        "rules.yaml",
                        """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: rules}
                        data:
                          alert.tmpl: |
                            {{ define "title" }}{{ end }}
                        """)
                    .with("gen.yaml", deployment("{{ .Values.name }}"))))
        .containsExactly(". default [ConfigMap rules]");
    assertThat(problems)
        .containsExactly("gen.yaml:1: is a template; commit what it renders to, to have it read");
  }

  @Test
  void builds_overlays_and_counts_their_base_and_unused_parts_nowhere_else() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("base/kustomization.yaml", "resources: [a.yaml]\ncomponents: [../in]\n")
                    .with("base/a.yaml", deployment("a"))
                    .with("base/old.yaml", deployment("old"))
                    .with("in/kustomization.yaml", "kind: Component\nresources: [i.yaml]\n")
                    .with("in/i.yaml", deployment("i"))
                    .with("opt/kustomization.yaml", "kind: Component\nresources: [o.yaml]\n")
                    .with("opt/o.yaml", deployment("o"))
                    .with(
                        "overlays/prod/kustomization.yaml",
                        "resources: [../../base]\npatches: [{path: more.yaml}]\n")
                    .with("overlays/prod/more.yaml", deployment("a"))
                    .with("overlays/eu/kustomization.yaml", "resources: [../../base]\n")
                    .with(
                        "loose/patch.yaml",
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: a}
                        spec: {replicas: 9}
                        """)))
        .containsExactly(
            "overlays/eu eu [Deployment a, Deployment i]",
            "overlays/prod production [Deployment a, Deployment i]");
    assertThat(problems)
        .containsExactly(
            "base/old.yaml:1: is not among the resources of the kustomization beside it, so nothing"
                + " deploys it; list it there or remove it");
  }

  @Test
  void a_base_stands_for_itself_where_its_overlays_are_no_stages() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("k/base/kustomization.yaml", "resources: [a.yaml]\n")
                    .with("k/base/a.yaml", deployment("a"))
                    .with("k/overlays/redis/kustomization.yaml", "resources: [../../base]\n")))
        .containsExactly("k/base default [Deployment a]", "k/overlays/redis redis [Deployment a]");
  }

  @Test
  void overlays_of_one_base_in_one_world_are_alternatives() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("base/kustomization.yaml", "resources: [a.yaml]\n")
                    .with("base/a.yaml", deployment("a"))
                    .with("aws/kustomization.yaml", "resources: [../base]\n")
                    .with("gcp/kustomization.yaml", "resources: [../base]\n")))
        .containsExactly("aws aws [Deployment a]", "gcp gcp [Deployment a]");
  }

  @Test
  void a_base_taken_in_twice_under_two_prefixes_is_two_systems_beside_each_other() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("base/kustomization.yaml", "resources: [a.yaml]\n")
                    .with("base/a.yaml", deployment("a"))
                    .with("x/kustomization.yaml", "namePrefix: x-\nresources: [../base]\n")
                    .with("y/kustomization.yaml", "namePrefix: y-\nresources: [../base]\n")
                    .with("kustomization.yaml", "resources: [x, y]\n")))
        .containsExactly(". default [Deployment x-a, Deployment y-a]");
  }

  @Test
  void takes_a_sibling_folder_with_a_suffix_for_a_world_of_its_own() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("manifests/a.yaml", deployment("a"))
                    .with("manifests-jaeger/a.yaml", deployment("a"))
                    .with("order/d.yaml", deployment("order"))
                    .with("order-db/d.yaml", deployment("order-db"))
                    .with("shop/d.yaml", deployment("shop"))
                    .with("shop-alpine/d.yaml", deployment("shop"))))
        .containsExactly(
            "manifests default [Deployment a]",
            "manifests-jaeger jaeger [Deployment a]",
            "order default [Deployment order]",
            "order-db default [Deployment order-db]",
            "shop default [Deployment shop]",
            "shop-alpine alpine [Deployment shop]");
  }

  @Test
  void takes_files_that_define_the_whole_system_for_alternatives() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("k8s/shop-ribbon.yaml", system("a", "b", "c"))
                    .with("k8s/shop-ribbon_v16.yaml", system("a", "b", "c"))
                    .with("k8s/shop-clusterip.yaml", system("a", "b", "c"))
                    .with("k8s/shop-rabbitmq.yaml", deployment("rabbit"))
                    .with("k8s/namespace.yaml", deployment("other"))))
        .containsExactly(
            "k8s default [Deployment other]",
            "k8s/shop-clusterip.yaml clusterip [Deployment a, Deployment b, Deployment c]",
            "k8s/shop-rabbitmq.yaml rabbitmq [Deployment rabbit]",
            "k8s/shop-ribbon.yaml default [Deployment a, Deployment b, Deployment c]",
            "k8s/shop-ribbon_v16.yaml ribbon_v16 [Deployment a, Deployment b, Deployment c]");
  }

  @Test
  void reads_an_object_that_stands_twice_in_a_folder_once() {
    assertThat(
            read(
                new MemorySnapshot()
                    .with("k8s/a.yaml", deployment("a"))
                    .with("k8s/all.yaml", deployment("a") + "---\n" + deployment("b"))))
        .containsExactly("k8s default [Deployment a, Deployment b]");
  }
}
