package godmode.detectors.settings;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridSettingsTest {
  private static final Place START = new Place("f", 11, 5);

  private static List<String> read(String technology, String fileName, String text) {
    return read(technology, WrittenSettings.ofFile(fileName, text, START));
  }

  private static List<String> read(String technology, List<WrittenSetting> written) {
    Reading reading = ServerSettings.of(technology, written);
    List<String> found = new ArrayList<>();
    reading.said().forEach(s -> found.add(s.at().line() + " " + s.attribute() + "=" + s.value()));
    reading.gaps().forEach(gap -> found.add(gap.at().line() + " " + gap.attribute() + "?"));
    return found;
  }

  @Test
  void tells_a_hazelcast_map_that_nothing_protects() {
    assertThat(
            read(
                "hazelcast",
                "hazelcast.xml",
                """
                <?xml version="1.0"?>
                <hazelcast xmlns="http://www.hazelcast.com/schema/config">
                  <map name="orders"><backup-count>1</backup-count></map>
                </hazelcast>
                """))
        .containsExactly("13 partition-handling=unprotected");
    assertThat(
            read(
                "hazelcast",
                "hazelcast.yaml",
                "hazelcast:\n  queue:\n    jobs:\n      backup-count: 1\n"))
        .containsExactly("14 partition-handling=unprotected");
  }

  @Test
  void reads_protections_of_hazelcast_and_their_size() {
    String protectedMap =
        """
        hazelcast:
          split-brain-protection:
            most: {enabled: %s, minimum-cluster-size: 2}
          map:
            orders: {split-brain-protection-ref: most}
        """;
    assertThat(read("hazelcast", "h.yaml", protectedMap.formatted("true")))
        .containsExactly("15 partition-handling=split-brain-protection", "13 election-quorum=2");
    assertThat(read("hazelcast", "h.yaml", protectedMap.formatted("false")))
        .containsExactly("15 partition-handling=unprotected");
    assertThat(read("hazelcast", "h.yaml", protectedMap.formatted("'${ON}'")))
        .containsExactly("13 partition-handling?");
    assertThat(
            read(
                "hazelcast",
                "hazelcast.xml",
                """
                <hazelcast>
                  <quorum name="most" enabled="true"><quorum-size>3</quorum-size></quorum>
                  <map name="orders"><quorum-ref>most</quorum-ref></map>
                </hazelcast>
                """))
        .containsExactly("13 partition-handling=split-brain-protection", "12 election-quorum=3");
  }

  @Test
  void says_nothing_of_hazelcast_where_another_place_may_protect() {
    String map = "<map name=\"a\"><backup-count>1</backup-count></map>";
    assertThat(
            read(
                "hazelcast",
                "h.xml",
                "<hazelcast><import resource=\"other.xml\"/>" + map + "</hazelcast>"))
        .isEmpty();
    List<WrittenSetting> overridden =
        new ArrayList<>(
            WrittenSettings.ofFile("h.xml", "<hazelcast>" + map + "</hazelcast>", START));
    overridden.add(new WrittenSetting("HZ_MAP_A_SPLITBRAINPROTECTIONREF", "most", START));
    assertThat(read("hazelcast", overridden)).isEmpty();
    assertThat(read("hazelcast", "h.xml", "<hazelcast><topic name=\"a\"/></hazelcast>")).isEmpty();
    assertThat(read("hazelcast", "h.xml", "<hazelcast>" + map)).isEmpty();
    assertThat(read("hazelcast", "h.xml", "<hazelcast-client>" + map + "</hazelcast-client>"))
        .isEmpty();
  }

  @Test
  void reads_what_caches_of_infinispan_do_in_a_partition() {
    String cache =
        """
        <infinispan><cache-container name="default">
          <replicated-cache name="orders">%s</replicated-cache>
        </cache-container></infinispan>
        """;
    assertThat(read("infinispan", "i.xml", cache.formatted("")))
        .containsExactly("12 partition-handling=ALLOW_READ_WRITES");
    assertThat(
            read(
                "infinispan",
                "i.xml",
                cache.formatted("<partition-handling when-split=\"DENY_READ_WRITES\"/>")))
        .containsExactly("12 partition-handling=DENY_READ_WRITES");
    assertThat(
            read(
                "infinispan",
                "i.xml",
                cache.formatted("<partition-handling merge-policy=\"PREFERRED_ALWAYS\"/>")))
        .containsExactly("12 partition-handling=merge-policy PREFERRED_ALWAYS");
    assertThat(
            read(
                "infinispan",
                "i.xml",
                cache.formatted("<partition-handling when-split=\"${split}\"/>")))
        .containsExactly("12 partition-handling?");
  }

  @Test
  void reads_caches_of_infinispan_in_yaml_and_leaves_local_ones_and_templates_alone() {
    String cache =
        """
        infinispan:
          cacheContainer:
            caches:
              orders:
                %s:
                  mode: SYNC
                  %s
        """;
    assertThat(
            read(
                "infinispan",
                "i.yaml",
                cache.formatted(
                    "distributedCache", "partitionHandling: {whenSplit: ALLOW_READ_WRITES}")))
        .containsExactly("17 partition-handling=ALLOW_READ_WRITES");
    assertThat(read("infinispan", "i.yaml", cache.formatted("distributedCache", "owners: 2")))
        .containsExactly("16 partition-handling=ALLOW_READ_WRITES");
    assertThat(read("infinispan", "i.yaml", cache.formatted("localCache", "owners: 2"))).isEmpty();
    assertThat(
            read("infinispan", "i.yaml", cache.formatted("distributedCache", "configuration: far")))
        .isEmpty();
  }
}
