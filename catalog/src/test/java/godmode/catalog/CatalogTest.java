package godmode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.core.catalog.CapClass;
import godmode.core.catalog.EvenMembership;
import godmode.core.catalog.Fingerprints;
import godmode.core.catalog.QuorumModel;
import godmode.core.catalog.Risk;
import godmode.core.catalog.Setting;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pedant: whoever adds a file is told here what is wrong with it. */
class CatalogTest {
  private static final Path FOLDER = Path.of("src/main/resources/technologies");
  private static final Technologies KNOWN = Catalog.load();

  private static final String MINIMAL =
      """
      name: Shop
      type: database
      roles: [database]
      stateful: true
      fingerprints:
        images: [shop]
      """;

  @Test
  void every_file_is_a_technology_of_the_same_name() throws IOException {
    List<String> files;
    try (var listed = Files.list(FOLDER)) {
      files =
          listed
              .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", ""))
              .sorted()
              .toList();
    }
    assertThat(KNOWN.all()).extracting(Technology::id).isEqualTo(files);
    assertThat(files).hasSizeGreaterThanOrEqualTo(76).allMatch(f -> f.matches("[a-z0-9-]+"));
  }

  @Test
  void the_keys_of_every_file_are_in_the_order_of_the_readme() throws IOException {
    List<String> order = keysInReadme("## A file");
    List<String> fingerprints = keysInReadme("## Fingerprints");
    assertThat(order).hasSizeGreaterThan(15);
    assertThat(fingerprints).hasSizeGreaterThan(15);
    for (Map.Entry<String, String> file : ShippedFiles.technologies().all().entrySet()) {
      assertThat(keys(file.getValue(), ""))
          .as(file.getKey())
          .isSubsetOf(order)
          .isSortedAccordingTo((a, b) -> order.indexOf(a) - order.indexOf(b));
      assertThat(keys(fingerprintsOf(file.getValue()), "  "))
          .as(file.getKey())
          .isSubsetOf(fingerprints)
          .isSortedAccordingTo((a, b) -> fingerprints.indexOf(a) - fingerprints.indexOf(b));
    }
  }

  @Test
  void every_image_belongs_to_one_technology() {
    assertThat(sharers(Fingerprints::images)).isEmpty();
    assertThat(sharers(Fingerprints::bareImages)).isEmpty();
    assertThat(sharers(Fingerprints::weakImages)).isEmpty();
    assertThat(sharers(Fingerprints::urlSchemes)).isEmpty();
  }

  @Test
  void images_are_written_without_registry_library_and_tag() {
    assertThat(KNOWN.all().stream().flatMap(t -> t.fingerprints().images().stream()))
        .hasSizeGreaterThan(500)
        .allMatch(image -> image.matches("[a-z0-9*]+([._/-]+[a-z0-9*]+)*"))
        .noneMatch(image -> image.startsWith("library/"));
  }

  @Test
  void every_literal_image_is_found_as_the_technology_that_lists_it() {
    for (Technology technology : KNOWN.all()) {
      for (String image : technology.fingerprints().images()) {
        String example = image.replace("*", "x");
        assertThat(KNOWN.byImage(example).map(Technology::id))
            .as(example)
            .contains(technology.id());
      }
    }
  }

  @Test
  void every_component_type_of_infrastructure_is_reached() {
    Set<ComponentType> reached =
        KNOWN.all().stream()
            .map(Technology::type)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ComponentType.class)));
    assertThat(EnumSet.complementOf(EnumSet.copyOf(reached))).containsExactly(ComponentType.USER);
  }

  @Test
  void what_keeps_state_by_type_says_so_or_why_not() {
    assertThat(
            KNOWN.all().stream()
                .filter(t -> t.type().keepsState() && !t.stateful())
                .map(Technology::id))
        .containsExactly("memcached", "trino");
  }

  @Test
  void every_technology_can_be_recognised_and_has_something_to_read() {
    for (Technology technology : KNOWN.all()) {
      assertThat(technology.fingerprints()).as(technology.id()).isNotEqualTo(empty());
      assertThat(technology.sources().size() + technology.remarks().size())
          .as(technology.id())
          .isPositive();
    }
  }

  @Test
  void facts_arrive_with_their_source() {
    Technology kafka = KNOWN.byId("kafka").orElseThrow();
    assertThat(kafka.type()).isEqualTo(ComponentType.BROKER);
    assertThat(kafka.cap().orElseThrow().stance()).isEqualTo(CapClass.CP);
    assertThat(kafka.quorums()).extracting(QuorumModel::of).containsExactly("controller", "data");
    assertThat(kafka.quorum("controller").orElseThrow().recommendedSizes()).containsExactly(3, 5);
    assertThat(kafka.quorum("controller").orElseThrow().even()).isEqualTo(EvenMembership.WASTEFUL);
    assertThat(kafka.setting("min.insync.replicas").orElseThrow())
        .satisfies(
            setting -> {
              assertThat(setting.standard()).isEqualTo("1");
              assertThat(setting.safe()).isEqualTo("2");
              assertThat(setting.risk()).isEqualTo(Risk.DATA_LOSS);
              assertThat(setting.provenance().verified()).isTrue();
            });
    assertThat(kafka.setting("unclean.leader.election.enable").orElseThrow().provenance())
        .satisfies(p -> assertThat(p.unverifiedPart()).contains("since 0.11"));
  }

  @Test
  void an_heir_takes_what_it_does_not_say_and_keeps_its_own_fingerprints() {
    Technology redis = KNOWN.byId("redis").orElseThrow();
    Technology valkey = KNOWN.byId("valkey").orElseThrow();
    assertThat(valkey.settings()).isEqualTo(redis.settings()).isNotEmpty();
    assertThat(valkey.fingerprints().images())
        .doesNotContainAnyElementsOf(redis.fingerprints().images());
    Technology cassandra = KNOWN.byId("cassandra").orElseThrow();
    Technology scylla = KNOWN.byId("scylladb").orElseThrow();
    assertThat(scylla.settings())
        .startsWith(cassandra.settings().toArray(new Setting[0]))
        .hasSize(cassandra.settings().size() + 2);
  }

  @Test
  void the_catalog_is_the_same_from_a_jar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("catalog.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      for (Map.Entry<String, String> file : ShippedFiles.technologies().all().entrySet()) {
        zip.putNextEntry(new JarEntry("technologies/" + file.getKey() + ".yaml"));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      zip.putNextEntry(new JarEntry("other/no.yaml"));
      zip.closeEntry();
    }
    assertThat(ShippedFiles.technologies().in(jar)).isEqualTo(ShippedFiles.technologies().all());
  }

  @Test
  void refuses_an_unknown_key() {
    assertRefused(MINIMAL + "colour: red\n", "'colour' is no key we know");
    assertRefused(MINIMAL + "  ports: [80]\n  hue: red\n", "'fingerprints.hue' is no key we know");
  }

  @Test
  void refuses_a_key_twice() {
    assertRefused(MINIMAL + "name: Shop\n", "name");
    assertRefused(MINIMAL + "cap: {stance: cp, stance: ap}\n", "stance");
  }

  @Test
  void refuses_a_fact_without_source_or_mark() {
    assertRefused(MINIMAL + "cap: {stance: cp}\n", "needs a source or the mark 'unverified'");
  }

  @Test
  void refuses_a_word_it_does_not_know() {
    assertRefused(MINIMAL.replace("type: database", "type: shelf"), "'type' is 'shelf'");
  }

  @Test
  void refuses_an_heir_without_parent() {
    assertRefused(MINIMAL + "extends: market\n", "extends 'market'");
  }

  @Test
  void refuses_a_pattern_that_matches_everything() {
    assertThatThrownBy(() -> Technologies.of(read(MINIMAL.replace("[shop]", "['*']"))))
        .hasMessageContaining("matches everything");
  }

  private static void assertRefused(String text, String because) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("technologies/shop.yaml")
        .hasMessageContaining(because);
  }

  private static List<Technology> read(String text) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("shop", text);
    return Catalog.read(files);
  }

  private static Fingerprints empty() {
    return read(MINIMAL.replace("  images: [shop]", "  images: []")).get(0).fingerprints();
  }

  private static SortedMap<String, Set<String>> sharers(
      Function<Fingerprints, List<String>> patterns) {
    SortedMap<String, Set<String>> owners = new TreeMap<>();
    for (Technology technology : KNOWN.all()) {
      for (String pattern : patterns.apply(technology.fingerprints())) {
        owners.computeIfAbsent(pattern, unused -> new TreeSet<>()).add(technology.id());
      }
    }
    owners.values().removeIf(ids -> ids.size() == 1);
    return owners;
  }

  private static List<String> keysInReadme(String heading) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf(heading) + heading.length());
    section = section.substring(0, section.indexOf("\n## "));
    List<String> keys = new ArrayList<>();
    Matcher row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|").matcher(section);
    while (row.find()) {
      keys.add(row.group(1));
    }
    return keys;
  }

  private static List<String> keys(String yaml, String indent) {
    List<String> keys = new ArrayList<>();
    Matcher key = Pattern.compile("(?m)^" + indent + "([a-z][a-z-]*):(?: |$)").matcher(yaml);
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }

  private static String fingerprintsOf(String yaml) {
    String rest = yaml.substring(yaml.indexOf("\nfingerprints:") + "\nfingerprints:".length());
    Matcher next = Pattern.compile("(?m)^[a-z]").matcher(rest);
    return next.find() ? rest.substring(0, next.start()) : rest;
  }
}
