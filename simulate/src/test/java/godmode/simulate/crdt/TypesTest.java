package godmode.simulate.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import godmode.simulate.clock.Stamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each type means: who wins when two replicas change one thing without knowing. */
class TypesTest {
  @Test
  void a_counter_counts_every_increment_once_however_often_it_arrives() {
    GrowOnlyCounter a = GrowOnlyCounter.ZERO.increment("a", 3);
    GrowOnlyCounter b = GrowOnlyCounter.ZERO.increment("b", 4);

    GrowOnlyCounter both = a.merge(b).merge(a).merge(b);

    assertThat(both.value()).isEqualTo(7);
    assertThat(both.merge(both.increment("a", 1)).value()).isEqualTo(8);
    assertThat(both.entries()).isEqualTo(2);
  }

  @Test
  void a_counter_that_only_grows_refuses_to_shrink() {
    assertThatThrownBy(() -> GrowOnlyCounter.ZERO.increment("a", 0))
        .hasMessage("an increment by 0: a counter that only grows takes 1 at least");
    assertThatThrownBy(
            () ->
                GrowOnlyCounter.ZERO
                    .increment("a", Long.MAX_VALUE)
                    .increment("b", 1)
                    .merge(GrowOnlyCounter.ZERO.increment("a", Long.MAX_VALUE))
                    .value())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_counter_goes_down_where_nobody_waits_for_anybody() {
    PositiveNegativeCounter start = PositiveNegativeCounter.ZERO.add("a", 5);

    PositiveNegativeCounter end = start.merge(start.add("a", -2)).merge(start.add("b", -4));

    assertThat(end.value()).isEqualTo(-1);
  }

  @Test
  void a_two_phase_set_never_takes_back_what_it_removed() {
    TwoPhaseSet<String> x = TwoPhaseSet.<String>empty().add("x");

    TwoPhaseSet<String> gone = x.merge(x.remove("x"));

    assertThat(gone.elements()).isEmpty();
    assertThat(gone.merge(gone.add("x")).elements()).isEmpty();
    assertThat(gone.entries()).isEqualTo(2);
  }

  @Test
  void an_addition_that_the_remover_has_not_seen_wins() {
    ObservedRemoveSet<String> x = ObservedRemoveSet.<String>empty().add("a", "x");

    ObservedRemoveSet<String> end = x.merge(x.remove("x")).merge(x.merge(x.add("b", "x")));

    assertThat(end.elements()).containsExactly("x");
    assertThat(end.merge(end.remove("x")).elements()).isEmpty();
  }

  @Test
  void a_removal_hides_an_addition_that_arrives_later() {
    ObservedRemoveSet<String> added = ObservedRemoveSet.<String>empty().add("a", "x");
    ObservedRemoveSet<String> removal = added.remove("x");

    assertThat(removal.merge(added).elements()).isEmpty();
  }

  @Test
  void an_observed_remove_set_stays_as_small_as_what_is_in_it() {
    ObservedRemoveSet<String> set = ObservedRemoveSet.empty();
    for (int i = 0; i < 1_000; i++) {
      set = set.merge(set.add("a", "x"));
      set = set.merge(set.remove("x"));
    }

    assertThat(set.elements()).isEmpty();
    assertThat(set.entries()).isEqualTo(1);
    assertThat(set.tombstonesSaved()).isEqualTo(1_000);
  }

  @Test
  void the_highest_stamp_wins_and_a_write_beats_what_its_writer_saw() {
    LastWriterWinsRegister<String> early =
        LastWriterWinsRegister.<String>empty().write("a", 100, "fast clock");

    assertThat(early.merge(LastWriterWinsRegister.<String>empty().write("b", 5, "unseen")).value())
        .contains("fast clock");
    assertThat(early.merge(early.write("b", 5, "seen")).value()).contains("seen");
  }

  /** The mutant: stamps as the clocks show them. A clock that is late loses what it writes. */
  @Test
  void a_write_stamped_by_a_late_clock_is_lost() {
    LastWriterWinsRegister<String> early =
        LastWriterWinsRegister.<String>empty().write("a", 100, "old");

    assertThat(early.merge(early.stamped(new Stamp(5, "b"), "new")).value()).contains("old");
  }

  @Test
  void a_register_shows_every_write_that_no_other_has_seen() {
    MultiValueRegister<String> start = MultiValueRegister.<String>empty().write("a", "0");

    MultiValueRegister<String> both =
        start.merge(start.write("a", "1")).merge(start.merge(start.write("b", "2")));

    assertThat(both.values()).containsExactly("1", "2");
    assertThat(both.merge(both.write("a", "3")).values()).containsExactly("3");
  }

  @Test
  void a_map_keeps_the_write_that_the_remover_has_not_seen() {
    LastWriterWinsMap<String, String> start =
        LastWriterWinsMap.<String, String>empty().put("a", 100, "k", "old");

    LastWriterWinsMap<String, String> end =
        start.merge(start.remove("k")).merge(start.merge(start.put("b", 1, "k", "new")));

    assertThat(end.values()).containsOnlyKeys("k").containsEntry("k", "new");
    assertThat(end.merge(end.remove("k")).value("k")).isEmpty();
  }

  @Test
  void a_map_of_sets_merges_the_sets_of_one_key() {
    GrowOnlySet<String> none = GrowOnlySet.empty();
    ObservedRemoveMap<String, GrowOnlySet<String>> empty = ObservedRemoveMap.empty();

    ObservedRemoveMap<String, GrowOnlySet<String>> both =
        empty.update("a", "k", none.add("1")).merge(empty.update("b", "k", none.add("2")));

    assertThat(both.value("k").orElseThrow().elements()).containsExactly("1", "2");
    assertThat(both.merge(both.update("a", "k", none.add("3"))).updates().held()).hasSize(1);
    assertThat(both.merge(both.remove("k")).values()).isEmpty();
  }

  /** A limit that the class comment states. */
  @Test
  void a_counter_under_a_key_that_was_removed_can_hide_what_is_counted_again() {
    ObservedRemoveMap<String, GrowOnlyCounter> start =
        ObservedRemoveMap.<String, GrowOnlyCounter>empty()
            .update("a", "k", GrowOnlyCounter.ZERO.increment("a", 3));
    ObservedRemoveMap<String, GrowOnlyCounter> removed = start.merge(start.remove("k"));

    ObservedRemoveMap<String, GrowOnlyCounter> again =
        removed.merge(removed.update("a", "k", GrowOnlyCounter.ZERO.increment("a", 1)));
    ObservedRemoveMap<String, GrowOnlyCounter> elsewhere =
        start.merge(start.update("b", "k", GrowOnlyCounter.ZERO.increment("b", 1)));

    assertThat(again.merge(elsewhere).value("k").orElseThrow().value()).isEqualTo(4);
  }

  @Test
  void a_set_says_what_it_holds_in_the_order_of_its_elements() {
    GrowOnlySet<String> set =
        GrowOnlySet.<String>empty().add("y").merge(GrowOnlySet.<String>empty().add("x"));

    assertThat(List.copyOf(set.elements())).containsExactly("x", "y");
  }
}
