package godmode.core.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything known about one subject: at most one fact for each attribute. */
public final class Facts {
  private final String owner;
  private final Map<String, Fact<?>> byName;

  private Facts(String owner, Map<String, Fact<?>> byName) {
    this.owner = owner;
    this.byName = byName;
  }

  /** Nothing known about a subject. */
  public static Facts none(String owner) {
    return new Facts(owner, Map.of());
  }

  /** Starts a collection. */
  public static Collector about(String owner) {
    return new Collector(owner);
  }

  /** The fact about an attribute; {@code Unknown} where nothing was said. */
  @SuppressWarnings("unchecked") // a fact is stored under the name of its own attribute only
  public <T> Fact<T> get(Attribute<T> attribute) {
    Fact<?> fact = byName.get(attribute.name());
    return fact == null ? new Fact.Unknown<>(attribute, owner, "nothing says it") : (Fact<T>) fact;
  }

  /** The subject these facts are about. */
  public String owner() {
    return owner;
  }

  /** Every fact, in the order in which it was first met. */
  public List<Fact<?>> all() {
    return List.copyOf(byName.values());
  }

  /** These facts, and those of {@code weaker} whose attributes are not known here. */
  public Facts over(Facts weaker) {
    Map<String, Fact<?>> merged = new LinkedHashMap<>(byName);
    for (Map.Entry<String, Fact<?>> entry : weaker.byName.entrySet()) {
      Fact<?> mine = merged.get(entry.getKey());
      if (mine == null || mine instanceof Fact.Unknown) {
        merged.put(entry.getKey(), entry.getValue());
      }
    }
    return new Facts(owner, Collections.unmodifiableMap(merged));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && owner.equals(facts.owner) && byName.equals(facts.byName);
  }

  @Override
  public int hashCode() {
    return 31 * owner.hashCode() + byName.hashCode();
  }

  @Override
  public String toString() {
    return owner + byName.values();
  }

  /**
   * Gathers what is said about one subject; equal values add reasons, different values become a
   * dispute.
   */
  public static final class Collector {
    private final String owner;
    private final Map<String, Fact<?>> byName = new LinkedHashMap<>();

    private Collector(String owner) {
      this.owner = owner;
    }

    /** Adds one statement. */
    public <T> Collector add(Attribute<T> attribute, T value, Origin origin) {
      Fact<T> said = new Fact.Known<>(attribute, value, List.of(origin));
      byName.merge(
          attribute.name(), said, (before, now) -> join(owner, attribute, before, value, origin));
      return this;
    }

    /** Says that a value exists and could not be read; a known value wins over it. */
    public <T> Collector unknown(Attribute<T> attribute, String why) {
      byName.putIfAbsent(attribute.name(), new Fact.Unknown<>(attribute, owner, why));
      return this;
    }

    /** The facts collected so far. */
    public Facts facts() {
      return new Facts(owner, Collections.unmodifiableMap(new LinkedHashMap<>(byName)));
    }

    @SuppressWarnings("unchecked") // stored under the name of its own attribute only
    private static <T> Fact<T> join(
        String owner, Attribute<T> attribute, Fact<?> before, T value, Origin origin) {
      List<Fact.Known<T>> sides = new ArrayList<>();
      ((Fact<T>) before)
          .match(sides::add, disputed -> sides.addAll(disputed.sides()), unknown -> false);
      boolean agrees = false;
      for (int i = 0; i < sides.size(); i++) {
        Fact.Known<T> side = sides.get(i);
        if (side.known().equals(value)) {
          List<Origin> reasons = new ArrayList<>(side.reasons());
          if (!reasons.contains(origin)) {
            reasons.add(origin);
          }
          sides.set(i, new Fact.Known<>(attribute, value, reasons));
          agrees = true;
        }
      }
      if (!agrees) {
        sides.add(new Fact.Known<>(attribute, value, List.of(origin)));
      }
      return sides.size() == 1 ? sides.get(0) : new Fact.Disputed<>(attribute, owner, sides);
    }
  }
}
