package godmode.detectors.read.helm;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What charts render to without Helm, where it stands, and what stays unknown. */
final class HelmChartsTest {
  private static final String CHART =
      "{apiVersion: v2, name: shop, version: 1.2.3, appVersion: '9'}";

  private static MemorySnapshot chart(String values, String template) {
    return new MemorySnapshot()
        .with("shop/Chart.yaml", CHART)
        .with("shop/values.yaml", values)
        .with("shop/templates/a.yaml", template);
  }

  private static HelmCharts render(MemorySnapshot snapshot) {
    return HelmCharts.of(snapshot, path -> true);
  }

  private static List<String> documents(MemorySnapshot snapshot) {
    return render(snapshot).rendered().stream()
        .flatMap(chart -> chart.documents().stream().map(root -> chart.environment() + " " + root))
        .toList();
  }

  private static List<String> problems(MemorySnapshot snapshot) {
    return render(snapshot).problems().stream().map(ReadProblem::toString).toList();
  }

  /**
   * What one expression writes, with {@code .Values} of {@code {n: 3, s: text, l: [a, b], m: {k:
   * v}}}.
   */
  private static String value(String expression) {
    MemorySnapshot snapshot =
        chart("{n: 3, s: text, l: [a, b], m: {k: v}, off: false, no: null}", "v: " + expression);
    List<String> documents = documents(snapshot);
    return documents.isEmpty() ? problems(snapshot).toString() : documents.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "{{ .Values.n }} ~ 3",
        "'{{ .Values.n }}' ~ \"3\"",
        "{{ .Values.s | quote }} ~ \"text\"",
        "{{ .Values.none | default 5 }} ~ 5",
        "{{ default \"x\" .Values.s }} ~ text",
        "{{ .Values.m.k | upper | squote }} ~ \"V\"",
        "{{ printf \"%s-%d\" .Values.s (int .Values.n) }} ~ text-3",
        "{{ add .Values.n 2 | mul 2 }} ~ 10",
        "{{ if .Values.off }}a{{ else if eq .Values.s \"text\" }}b{{ else }}c{{ end }} ~ b",
        "{{ with .Values.m }}{{ .k }}{{ $.Values.n }}{{ end }} ~ v3",
        "[{{ range $i, $x := .Values.l }}{{ if $i }}, {{ end }}{{ $x }}{{ end }}] ~ [a, b]",
        "{{ range $k, $x := .Values.m }}{{ $k }}={{ $x }}{{ end }} ~ k=v",
        "{{ toYaml .Values.m | nindent 2 }} ~ {k: v}",
        "{{ toJson .Values.l }} ~ [\"a\", \"b\"]",
        "{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }} ~ 2",
        "{{ ternary \"yes\" \"no\" (gt (int .Values.n) 2) | quote }} ~ \"yes\"",
        "{{ .Release.Name }}/{{ .Chart.Version }}/{{ .Chart.AppVersion }} ~ shop/1.2.3/9",
        "{{ trunc 2 .Values.s | trimSuffix \"e\" }} ~ t",
        "{{ and .Values.n .Values.s }}{{ or .Values.off \"o\" }} ~ texto",
        "{{ tpl \"{{ .Values.n }}\" . }} ~ 3",
        "{{ index .Values.l 1 }}{{ len .Values.l }} ~ b2",
        "{{ semverCompare \">=1.19-0\" .Capabilities.KubeVersion.Version }} ~ true",
        "{{ .Capabilities.APIVersions.Has \"monitoring.coreos.com/v1\" }} ~ false",
        "{{ dict \"a\" 1 | toYaml | nindent 2 }} ~ {a: 1}",
        "{{ range until 3 }}{{ . }}{{ end }} ~ 012",
        "{{ range .Values.l }}{{ if eq . \"a\" }}{{ continue }}{{ end }}{{ . }}{{ end }} ~ b",
        "{{/* a }} comment */ -}} x ~ x",
      })
  void computes_what_the_chart_says(String expression, String expected) {
    assertThat(value(expression)).isEqualTo("default {v: " + expected + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "{{ .Values.none }} ~ .Values.none has no value in the chart",
        "a-{{ .Values.none.deeper }} ~ .Values.none.deeper has no value in the chart",
        "{{ .Values.none | trunc 5 }} ~ trunc is given a value that the chart does not set",
        "{{ randAlphaNum 10 | upper }} ~ function randAlphaNum has no value in the repository",
        "{{ required \"say it\" .Values.none }} ~ it is required (say it)",
        "{{ now | date \"2006\" }} ~ function now has no value in the repository",
        "{{ if genCA 1 }}a{{ else }}b{{ end }} ~ function genCA has no value in the repository",
        "{{ include \"nowhere\" . }} ~ template nowhere is not in the chart",
      })
  void never_guesses_what_it_cannot_know(String expression, String reason) {
    assertThat(value(expression)).isEqualTo("default {v: <unresolved: " + reason + ">}");
    assertThat(problems(chart("{}", "v: " + expression)))
        .containsExactly("shop/templates/a.yaml:1: Helm expression with no value: " + reason);
  }

  @Test
  void every_value_stands_in_the_line_of_the_template() {
    MemorySnapshot snapshot =
        chart(
                "{copies: 3, labels: {a: b, c: d}}",
                """
                {{- if .Values.copies }}
                kind: Deployment
                metadata:
                  name: {{ include "shop.name" . }}
                  labels:
                    {{- toYaml .Values.labels | nindent 4 }}
                spec:
                  replicas: {{ .Values.copies }}
                  image: "acme/{{ .Chart.Name }}"
                {{- end }}
                """)
            .with("shop/templates/_h.tpl", "{{ define \"shop.name\" }}{{ .Chart.Name }}{{ end }}");

    var root = render(snapshot).rendered().get(0).documents().get(0);

    assertThat(root.text("metadata.name")).hasValue("shop");
    assertThat(root.get("metadata.name").orElseThrow().place())
        .hasToString("shop/templates/a.yaml:4");
    assertThat(root.get("metadata.labels.c").orElseThrow().place().line()).isEqualTo(6);
    assertThat(root.get("spec.replicas").orElseThrow().place().line()).isEqualTo(8);
    assertThat(root.get("spec.replicas").orElseThrow().place().column()).isEqualTo(13);
    assertThat(root.get("spec.image").orElseThrow().place().column()).isEqualTo(10);
  }

  @Test
  void each_values_file_is_a_world_of_its_own() {
    assertThat(
            documents(
                chart("{n: 1, keep: x}", "a: '{{ .Values.n }}{{ .Values.keep }}'")
                    .with("shop/values-prod.yaml", "n: 3")
                    .with("shop/values.staging.yaml", "n: 2")
                    .with("shop/environments/dev.yaml", "keep: null\nn: 0")
                    .with("shop/ci/test-values.yaml", "n: 9")
                    .with("shop/values.example.yaml", "n: 8")))
        .containsExactly(
            "default {a: \"1x\"}",
            "dev {a: <unresolved: .Values.keep has no value in the chart>}",
            "production {a: \"3x\"}",
            "staging {a: \"2x\"}");
  }

  @Test
  void what_stands_under_an_unknown_condition_is_not_known() {
    MemorySnapshot snapshot =
        chart(
            "{}",
            """
            spec:
              {{- if genCA 1 }}
              replicas: 1
              {{- else }}
              other: 2
              {{- end }}
              fixed: 3
            """);

    assertThat(documents(snapshot))
        .containsExactly(
            "default {spec: {replicas: <unresolved: function genCA has no value in the repository>,"
                + " other: <unresolved: function genCA has no value in the repository>, fixed: 3}}");
    assertThat(problems(snapshot)).hasSize(2);
  }

  @Test
  void a_document_under_an_unknown_condition_is_left_out_and_named() {
    MemorySnapshot snapshot =
        chart("{}", "{{ if genCA 1 }}\nkind: Service\n{{ end }}\n---\nkind: Pod\n");

    assertThat(documents(snapshot)).containsExactly("default {kind: Pod}");
    assertThat(problems(snapshot))
        .containsExactly(
            "shop/templates/a.yaml:2: Helm expression with no value: function genCA has no value in"
                + " the repository");
  }

  @Test
  void an_unknown_block_leaves_the_number_of_replicas_open() {
    MemorySnapshot snapshot =
        chart("{}", "spec:\n  template: {}\n  {{- include \"gone\" . | nindent 2 }}\n");

    assertThat(documents(snapshot))
        .containsExactly(
            "default {spec: {template: {},"
                + " replicas: <unresolved: template gone is not in the chart>}}");
  }

  @Test
  void charts_in_charts_see_their_own_values_and_the_global_ones() {
    assertThat(
            documents(
                chart(
                        """
                        global: {zone: eu}
                        cache: {size: 2}
                        off: {enabled: false}
                        """,
                        "up: '{{ .Values.cache.size }}{{ .Values.cache.kind }}'")
                    .with(
                        "shop/Chart.yaml",
                        """
                        name: shop
                        dependencies:
                          - {name: redis, alias: cache, version: 1.x.x}
                          - {name: off, condition: off.enabled}
                        """)
                    .with("shop/charts/redis/Chart.yaml", "{name: redis, version: 1.0.0}")
                    .with("shop/charts/redis/values.yaml", "{size: 1, kind: lru, global: {x: y}}")
                    .with(
                        "shop/charts/redis/templates/r.yaml",
                        "in: '{{ .Values.size }}{{ .Values.global.zone }}{{ .Values.global.x }}'")
                    .with("shop/charts/off/Chart.yaml", "name: off")
                    .with("shop/charts/off/templates/o.yaml", "never: 1")))
        .containsExactly("default {in: \"2euy\"}", "default {up: \"2lru\"}");
  }

  @Test
  void charts_that_are_not_in_the_repository_are_named_with_what_is_set_for_them() {
    MemorySnapshot snapshot =
        chart("kafka: {controller: {replicaCount: 3}}", "a: 1")
            .with(
                "shop/Chart.yaml",
                """
                name: shop
                dependencies:
                  - name: kafka
                    repository: oci://registry.example/charts
                  - {name: redis, tags: [cache]}
                """)
            .with("shop/values-dev.yaml", "tags: {cache: false}");

    assertThat(render(snapshot).rendered())
        .extracting(
            chart ->
                chart.environment()
                    + " "
                    + chart.absent().stream()
                        .map(
                            one ->
                                one.key()
                                    + " "
                                    + one.at()
                                    + " "
                                    + one.value("controller.replicaCount")
                                        .map(v -> v + " " + v.place()))
                        .toList())
        .containsExactly(
            "default [kafka shop/Chart.yaml:3 Optional[3 shop/values.yaml:1],"
                + " redis shop/Chart.yaml:5 Optional.empty]",
            "dev [kafka shop/Chart.yaml:3 Optional[3 shop/values.yaml:1]]");
  }

  @Test
  void files_of_the_chart_can_be_written_and_none_outside_of_it() {
    assertThat(
            documents(
                chart(
                        "{}",
                        """
                        data:
                          {{- (.Files.Glob "conf/*").AsConfig | nindent 2 }}
                          one: {{ .Files.Get "conf/a.properties" | quote }}
                          out: {{ .Files.Get "../secret.txt" | quote }}
                        """)
                    .with("shop/conf/a.properties", "x=1\ny=2\n")
                    .with("secret.txt", "hidden")))
        .containsExactly(
            "default {data: {a.properties: \"x=1\ny=2\n\", one: \"x=1\ny=2\n\", out: \"\"}}");
  }

  @Test
  void a_template_that_cannot_be_read_is_named_with_its_line_and_the_others_go_on() {
    MemorySnapshot snapshot =
        chart("{}", "a: 1\n{{ if }}\n")
            .with("shop/templates/b.yaml", "b: 2\n{{ range .Values }}\n")
            .with("shop/templates/c.yaml", "c: 3");

    assertThat(documents(snapshot)).containsExactly("default {c: 3}");
    assertThat(problems(snapshot))
        .containsExactly(
            "shop/templates/a.yaml:2: this Helm template is not rendered: '' stands where a value is"
                + " expected; commit the output of `helm template` to have it read",
            "shop/templates/b.yaml:2: this Helm template is not rendered: 'range' has no 'end';"
                + " commit the output of `helm template` to have it read");
  }

  @Test
  void templates_that_never_end_do() {
    MemorySnapshot snapshot =
        chart("{}", "{{ include \"a\" . }}")
            .with("shop/templates/_h.tpl", "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}")
            .with(
                "shop/templates/b.yaml",
                "{{ range until 9000 }}{{ range until 9000 }}{{ . }}{{ end }}{{ end }}");

    assertThat(problems(snapshot))
        .containsExactly(
            "shop/templates/a.yaml:1: this Helm template is not rendered: named templates call each"
                + " other without end; commit the output of `helm template` to have it read",
            "shop/templates/b.yaml:1: this Helm template is not rendered: more than 500000 steps are"
                + " needed to render it; commit the output of `helm template` to have it read");
  }

  @Test
  void no_expression_of_any_shape_makes_it_throw() {
    String[] pieces = {
      "{{",
      "}}",
      "-",
      " ",
      ".Values.a",
      "$",
      "|",
      "(",
      ")",
      "\"",
      "'",
      "`",
      "if",
      "end",
      "else",
      "range",
      "with",
      ":=",
      "=",
      "include",
      "quote",
      "/*",
      "*/",
      "\n",
      "9",
      "define",
      "nindent"
    };
    int tried = 0;
    long seed = 7;
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder("a: {{ ");
      for (int j = 0; j < 8; j++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        text.append(pieces[(int) Math.floorMod(seed >> 33, (long) pieces.length)]).append(' ');
      }
      render(chart("a: {b: c}", text.append("}}").toString()));
      tried++;
    }

    assertThat(tried).isEqualTo(4_000);
  }
}
