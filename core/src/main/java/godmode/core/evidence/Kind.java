package godmode.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a component is, by the strongest evidence: deployed before built before addressed, stated
 * before inferred, infrastructure before plain service, and then the earlier place.
 *
 * @param contradictions what equally strong evidence says to the contrary
 */
record Kind(ComponentType type, Optional<String> technology, List<Unread> contradictions) {
  Kind {
    contradictions = List.copyOf(contradictions);
  }

  /** One statement of the type or the technology. */
  private record Vote<T>(T value, Evidence by, boolean isPlain) {
    boolean isAsStrongAs(Vote<T> other) {
      return Draft.presenceOf(by) == Draft.presenceOf(other.by)
          && by.directness() == other.by.directness()
          && isPlain == other.isPlain;
    }
  }

  static Kind of(Draft draft, TechnologyTypes types) {
    List<Vote<String>> technologies = new ArrayList<>();
    List<Vote<ComponentType>> kinds = new ArrayList<>();
    for (Evidence by : draft.seen()) {
      Claim.ComponentSeen seen = (Claim.ComponentSeen) by.claim();
      seen.technology()
          .ifPresent(id -> technologies.add(new Vote<>(id, by, !types.isInfrastructure(id))));
      seen.type()
          .or(() -> seen.technology().flatMap(types::of))
          .ifPresent(type -> kinds.add(new Vote<>(type, by, type == ComponentType.SERVICE)));
    }
    List<Unread> contradictions = new ArrayList<>();
    ComponentType type =
        strongest(kinds, draft.id(), ComponentType::word, contradictions)
            .orElseGet(() -> outside(draft));
    Optional<String> technology =
        strongest(technologies, draft.id(), Function.identity(), contradictions);
    return new Kind(type, technology, contradictions);
  }

  private static ComponentType outside(Draft draft) {
    return draft.isOwn() ? ComponentType.SERVICE : ComponentType.EXTERNAL_SERVICE;
  }

  private static <T> Optional<T> strongest(
      List<Vote<T>> votes, String id, Function<T, String> word, List<Unread> contradictions) {
    List<Vote<T>> sorted =
        votes.stream()
            .sorted(
                Comparator.comparing((Vote<T> vote) -> Draft.presenceOf(vote.by))
                    .thenComparing(vote -> vote.by.directness())
                    .thenComparing(Vote::isPlain))
            .toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Vote<T> best = sorted.get(0);
    for (Vote<T> vote : sorted) {
      if (vote.isAsStrongAs(best) && !vote.value.equals(best.value)) {
        contradictions.add(
            new Unread(
                vote.by.at(),
                String.format(
                    "%s is called %s here and %s at %s, which counts because it comes first",
                    id, word.apply(vote.value), word.apply(best.value), best.by.at())));
      }
    }
    return Optional.of(best.value);
  }
}
