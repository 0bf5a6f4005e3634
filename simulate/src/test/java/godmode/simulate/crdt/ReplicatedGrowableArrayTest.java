package godmode.simulate.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicatedGrowableArrayTest {
  private static final ReplicatedGrowableArray<String> EMPTY = ReplicatedGrowableArray.empty();

  @Test
  void words_typed_at_one_place_by_two_do_not_mix() {
    ReplicatedGrowableArray<String> start = typed(EMPTY, "a", 0, "ac");

    ReplicatedGrowableArray<String> one = typed(typed(start, "a", 1, "l"), "a", 2, "m");
    ReplicatedGrowableArray<String> two = typed(typed(start, "b", 1, "x"), "b", 2, "y");

    assertThat(text(one.merge(two))).isEqualTo("axylmc");
    assertThat(two.merge(one)).isEqualTo(one.merge(two));
  }

  @Test
  void an_insertion_waits_for_its_neighbour() {
    ReplicatedGrowableArray<String> first = EMPTY.insert("a", 0, letters("x"));
    ReplicatedGrowableArray<String> second = first.insert("a", 1, letters("y"));
    ReplicatedGrowableArray<String> third = first.merge(second).insert("a", 2, letters("z"));

    ReplicatedGrowableArray<String> early = EMPTY.merge(third).merge(second);

    assertThat(text(early)).isEmpty();
    assertThat(text(early.merge(first))).isEqualTo("xyz");
  }

  @Test
  void a_removal_that_arrives_first_leaves_nothing_to_show() {
    ReplicatedGrowableArray<String> typed = EMPTY.insert("a", 0, letters("xyz"));

    ReplicatedGrowableArray<String> end = typed.remove(1, 1).merge(typed);

    assertThat(text(end)).isEqualTo("xz");
    assertThat(end.tombstones()).isEqualTo(1);
  }

  @Test
  void tombstones_go_once_every_replica_has_them_and_nothing_stands_behind() {
    ReplicatedGrowableArray<String> typed = typed(EMPTY, "a", 0, "abcd");
    ReplicatedGrowableArray<String> a = typed.merge(typed.remove(1, 3));
    ReplicatedGrowableArray<String> b = typed(typed, "b", 4, "!");

    assertThat(a.collect(List.of(a, b)).tombstones()).isEqualTo(3);

    ReplicatedGrowableArray<String> both = a.merge(b);
    ReplicatedGrowableArray<String> again = both.merge(both.remove(1, 1));
    ReplicatedGrowableArray<String> collected = again.collect(List.of(again, again));

    assertThat(both.collect(List.of(both, both)).tombstones()).isEqualTo(3);
    assertThat(collected.tombstones()).isZero();
    assertThat(text(collected)).isEqualTo("a");
    assertThat(collected.merge(typed)).isEqualTo(collected);
    assertThat(text(typed.merge(collected))).isEqualTo("a");
    assertThat(text(typed(collected, "b", 1, "z").merge(again))).isEqualTo("az");
  }

  @Test
  void places_outside_are_refused() {
    assertThatThrownBy(() -> EMPTY.insert("a", 1, letters("x")))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> EMPTY.remove(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Blocks split and are searched; an array list is right by definition. */
  @Test
  void long_texts_agree_with_a_plain_list() {
    ReplicatedGrowableArray<String> rga = EMPTY;
    List<String> plain = new ArrayList<>();
    long next = 7;
    for (int i = 0; i < 5_000; i++) {
      next = next * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      int at = (int) Math.floorMod(next >> 20, plain.size() + 1L);
      String replica = (next & 1 << 18) == 0 ? "a" : "b";
      if (i % 3 == 2 && at < plain.size()) {
        plain.remove(at);
        rga = rga.merge(rga.remove(at, 1));
      } else {
        plain.add(at, Integer.toString(i));
        rga = rga.merge(rga.insert(replica, at, List.of(Integer.toString(i))));
      }
    }

    assertThat(plain).hasSizeGreaterThan(1_600);
    assertThat(rga.elements()).isEqualTo(plain);
    assertThat(EMPTY.merge(rga)).isEqualTo(rga);
  }

  /** Our own trace; public ones are replayed by hand, see docs/decisions/0024. */
  @Test
  void a_recorded_session_ends_in_its_exact_text() throws IOException {
    List<String> lines = List.of(resource("trace.txt").split("\n"));
    ReplicatedGrowableArray<String> text = EMPTY;
    for (String line : lines) {
      String[] edit = line.split(" ", 4);
      int at = Integer.parseInt(edit[1]);
      int removed = Integer.parseInt(edit[2]);
      text = text.merge(text.remove(at, removed));
      text = text.merge(text.insert(edit[0], at, letters(edit.length > 3 ? edit[3] : "")));
    }

    assertThat(lines).hasSizeGreaterThan(30);
    assertThat(text(text)).isEqualTo(resource("trace-end.txt").stripTrailing());
    assertThat(text.tombstones()).isPositive();
  }

  private static ReplicatedGrowableArray<String> typed(
      ReplicatedGrowableArray<String> copy, String replica, int at, String text) {
    return copy.merge(copy.insert(replica, at, letters(text)));
  }

  private static List<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static String text(ReplicatedGrowableArray<String> copy) {
    return String.join("", copy.elements());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReplicatedGrowableArrayTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
