package godmode.detectors.read.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {
  @Test
  void keeps_scalars_as_they_are_written() {
    assertThat(root("{a: 22:22, b: 0777, c: no, d: 1e3, e: 2020-01-01, f: ~, g: '8', h: 1_000}"))
        .hasToString("{a: 22:22, b: 0777, c: no, d: 1e3, e: 2020-01-01, f: ~, g: \"8\", h: 1_000}");
  }

  @Test
  void knows_line_and_column_of_every_key_and_value() {
    Located root =
        root(
            """
            # a comment
            spec:
              ports:
                - 80
              command: ["a", b]
            """);

    assertThat(places(root))
        .containsExactly("spec=2:1", "ports=3:3", "80=4:7", "command=5:3", "\"a\"=5:13", "b=5:18");
  }

  @Test
  void reads_numbers_and_flags_only_where_all_yaml_versions_agree() {
    Located root =
        root("{a: 3, b: '3', c: 012, d: 3.5, e: yes, f: 'yes', g: 'True', h: x, i: 1e3, j: null}");

    assertThat(root.entries().stream().map(e -> e.key() + e.value().number()))
        .containsExactly(
            "aOptional[3]",
            "bOptional[3]",
            "cOptional.empty",
            "dOptional.empty",
            "eOptional.empty",
            "fOptional.empty",
            "gOptional.empty",
            "hOptional.empty",
            "iOptional.empty",
            "jOptional.empty");
    assertThat(root.get("d").flatMap(Located::decimal)).hasToString("Optional[3.5]");
    assertThat(root.get("e").flatMap(Located::flag)).hasValue(true);
    assertThat(root.get("f").flatMap(Located::flag)).isEmpty();
    assertThat(root.get("g").flatMap(Located::flag)).hasValue(true);
    assertThat(root.text("j")).isEmpty();
  }

  @Test
  void answers_every_question_of_every_kind() {
    Located list = root("[1]");

    assertThat(list.at("a")).isEmpty();
    assertThat(list.get("a.b")).isEmpty();
    assertThat(list.entries()).isEmpty();
    assertThat(list.text()).isEmpty();
    assertThat(root("a: {b: {c: 1}}").text("a.b.c")).hasValue("1");
    assertThat(root("a: {b: {c: 1}}").at("a.b.c")).isEmpty();
    assertThat(root("a.b: 1").at("a.b")).hasToString("Optional[1]");
  }

  @Test
  void resolves_aliases_to_the_place_that_set_the_value() {
    Located root =
        root(
            """
            image: &image kafka:3
            services: [*image, *image]
            """);

    assertThat(places(root))
        .containsExactly("image=1:1", "kafka:3=1:8", "services=2:1", "kafka:3=1:8", "kafka:3=1:8");
  }

  @Test
  void merges_maps_lists_of_maps_repeated_keys_and_aliases_of_lists() {
    Located root =
        root(
            """
            a: &a {x: 1, y: 1}
            b: &b {y: 2, z: 2}
            both: &both [*b, *a]
            one: {<<: *a, y: own}
            list: {<<: [*a, *b]}
            twice: {<<: *a, <<: *b}
            sequence: {<<: *both, w: 0}
            same: {<<: [*a, *a]}
            chain: {<<: {<<: *a, q: 1}}
            quoted: {"<<": 1}
            """);

    assertThat(root.entries().stream().skip(3).map(e -> e.key() + " " + e.value()))
        .containsExactly(
            "one {x: 1, y: own}",
            "list {x: 1, y: 1, z: 2}",
            "twice {x: 1, y: 1, z: 2}",
            "sequence {y: 2, z: 2, x: 1, w: 0}",
            "same {x: 1, y: 1}",
            "chain {x: 1, y: 1, q: 1}",
            "quoted {<<: 1}");
  }

  @Test
  void lets_the_last_of_two_keys_win_and_says_so() {
    YamlFile file = read("a: 1\nb: 2\na: 3\n");

    assertThat(file.roots()).hasToString("[{a: 3, b: 2}]");
    assertThat(file.notices().stream().map(Object::toString))
        .containsExactly(
            "f.yml:3: key 'a' stands twice, first in line 1, and only this one counts; remove one");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void keeps_unknown_tags_and_instantiates_nothing() {
    Located root =
        root(
            """
            a: !reset null
            b: !override [1]
            c: !Ref Queue
            d: !!javax.script.ScriptEngineManager [!!java.net.URL ["http://localhost/"]]
            e: !<org.redisson.codec.Codec> {}
            f: !!str 5
            """);

    assertThat(root)
        .hasToString(
            "{a: !reset null, b: !override [1], c: !Ref Queue,"
                + " d: !!javax.script.ScriptEngineManager"
                + " [!!java.net.URL [\"http://localhost/\"]],"
                + " e: org.redisson.codec.Codec {}, f: \"5\"}");
  }

  @Test
  void reads_documents_and_leaves_out_empty_ones() {
    YamlFile file =
        read("---\n# nothing\n---\na: 1\n---\n---\ntext: |\n  ---\n  b: 2\n...\n---\nnull\n");

    assertThat(file.roots()).hasToString("[{a: 1}, {text: \"---\nb: 2\n\"}]");
    assertThat(file.problems()).isEmpty();
    assertThat(read("").documents()).isEmpty();
    assertThat(read("# only\n").documents()).isEmpty();
  }

  @Test
  void reads_the_documents_around_a_malformed_one() {
    YamlFile file = read("a: 1\n---\nb: [1\nc: 2\n---\nd: 4\n");

    assertThat(file.roots()).hasToString("[{a: 1}, {d: 4}]");
    assertThat(file.documents().get(1).place()).isEqualTo(new Place("f.yml", 6, 1));
    assertThat(file.problems()).hasSize(1);
    assertThat(file.problems().get(0).at().line()).isEqualTo(4);
    assertThat(file.problems().get(0).what())
        .startsWith("not valid YAML: ")
        .endsWith("; correct this document");
  }

  @Test
  void reads_windows_and_mac_line_ends_byte_order_marks_and_control_characters() {
    assertThat(places(root("\uFEFFa:\r\n  b: 1\r\nc: 2\r\n")))
        .containsExactly("a=1:1", "b=2:3", "1=2:6", "c=3:1", "2=3:4");
    assertThat(places(root("a: 1\rb: 2\r"))).containsExactly("a=1:1", "1=1:4", "b=2:1", "2=2:4");
    assertThat(root("a: 1 # \u0093quoted\u0094\n")).hasToString("{a: 1}");
  }

  @Test
  void reads_tabs_behind_colons_and_at_line_ends() {
    assertThat(root("a:\t1\nb:\n  - x\t\n  -\ty\n")).hasToString("{a: 1, b: [x, y]}");
  }

  @Test
  void reads_json_indented_with_tabs() {
    assertThat(root("{\n\t\"kind\": \"Pod\",\n\t\"n\":\t[1, true, null]\n}\n"))
        .hasToString("{kind: \"Pod\", n: [1, true, null]}");
  }

  @Test
  void reads_maven_tokens_as_text() {
    assertThat(root("info:\n  version: @project.version@\n  port: 8080\n"))
        .hasToString("{info: {version: \"@project.version@\", port: 8080}}");
  }

  @Test
  void refuses_an_alias_bomb_in_a_moment() {
    String bomb =
        "l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
            + IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "l%d: &l%d [%s]\n".formatted(i, i, tenTimes("*l" + (i - 1))))
                .collect(Collectors.joining());

    YamlFile file = read("a: 1\n---\n" + bomb + "---\nb: 2\n");

    assertThat(file.roots()).hasToString("[{a: 1}, {b: 2}]");
    assertThat(file.problems().stream().map(Object::toString))
        .containsExactly(
            "f.yml:8: more than 1,000,000 values once aliases are expanded, this document is not"
                + " read; use fewer aliases or split the file");
  }

  @Test
  void accepts_thousands_of_aliases_that_stay_small() {
    String aliases =
        IntStream.range(0, 5_000).mapToObj(i -> "- *a\n").collect(Collectors.joining());

    assertThat(read("a: &a {x: 1}\nb:\n" + aliases).roots().get(0).at("b").orElseThrow().items())
        .hasSize(5_000);
  }

  @Test
  void refuses_nesting_beyond_the_limit_by_brackets_and_by_aliases() {
    String chain =
        "a0: &a0 [x]\n"
            + IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1))
                .collect(Collectors.joining());

    assertThat(read("[".repeat(60_000)).problems().stream().map(Object::toString))
        .containsExactly(
            "f.yml:1: values are nested deeper than 200 levels, this document is not read;"
                + " flatten it");
    assertThat(read(chain).problems()).hasSize(1);
    assertThat(read("[".repeat(200) + "]".repeat(200)).problems()).isEmpty();
  }

  @Test
  void refuses_an_alias_of_what_contains_it_or_does_not_exist() {
    assertThat(read("&a [*a]").problems().stream().map(Object::toString))
        .containsExactly(
            "f.yml:1: alias *a has no finished anchor before it;"
                + " define &a above, outside of itself");
    assertThat(read("a: *b").problems()).hasSize(1);
    assertThat(read("a: &x 1\nb: &x 2\nc: *x").roots()).hasToString("[{a: 1, b: 2, c: 2}]");
  }

  @Test
  void reads_a_file_inside_a_block_scalar_at_its_own_lines() {
    Located outer =
        root(
            """
            data:
              application.yml: |
                spring:
                  port: 1
            """);
    Located block = outer.at("data").orElseThrow().at("application.yml").orElseThrow();

    Located inner = YamlReader.read(block.textPlace(), block.written()).roots().get(0);

    assertThat(places(inner)).containsExactly("spring=3:5", "port=4:7", "1=4:13");
  }

  @Test
  void reads_scalars_and_lists_at_the_top() {
    assertThat(read("just text").roots()).hasToString("[just text]");
    assertThat(read("- 1\n- 2\n").roots()).hasToString("[[1, 2]]");
  }

  @Test
  void tells_templates_from_values_with_braces() {
    assertThat(YamlReader.looksTemplated("replicas: {{ .Values.replicas }}")).isTrue();
    assertThat(YamlReader.looksTemplated("{{- if .Values.x }}\na: 1\n{{- end }}")).isTrue();
    assertThat(YamlReader.looksTemplated("name: {{ include \"x\" . }}")).isTrue();
    assertThat(YamlReader.looksTemplated("run: ${{ matrix.os }}")).isFalse();
    assertThat(YamlReader.looksTemplated("summary: '{{ $labels.instance }} is down'")).isFalse();
    assertThat(read("a: {{ .Values.b }}\n").templated()).isTrue();
  }

  @Test
  void leaves_out_keys_that_are_no_text_and_says_so() {
    YamlFile file = read("? [a, b]\n: 1\nc: 2\n");

    assertThat(file.roots()).hasToString("[{c: 2}]");
    assertThat(file.notices().stream().map(Object::toString))
        .containsExactly("f.yml:1: a key that is no text was left out; write it as a text");
  }

  private static String tenTimes(String text) {
    return String.join(", ", Collections.nCopies(10, text));
  }

  private static YamlFile read(String text) {
    return YamlReader.read(Place.startOf("f.yml"), text);
  }

  private static Located root(String text) {
    YamlFile file = read(text);
    assertThat(file.problems()).isEmpty();
    assertThat(file.documents()).hasSize(1);
    return file.roots().get(0);
  }

  /** Keys and scalars with their places, in the order of the file. */
  private static List<String> places(Located node) {
    List<String> lines = new ArrayList<>();
    if (node.isScalar()) {
      lines.add(node + "=" + node.place().line() + ":" + node.place().column());
    }
    for (Located.Entry entry : node.entries()) {
      Place key = entry.keyPlace();
      lines.add(entry.key() + "=" + key.line() + ":" + key.column());
      lines.addAll(places(entry.value()));
    }
    node.items().forEach(item -> lines.addAll(places(item)));
    return lines;
  }
}
