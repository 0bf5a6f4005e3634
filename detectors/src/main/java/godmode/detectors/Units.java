package godmode.detectors;

import godmode.core.evidence.RepositorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The units of a snapshot, each kind read once, when it is first asked for. Not for several threads
 * at once.
 */
public final class Units {
  private final RepositorySnapshot snapshot;
  private final Map<Class<?>, UnitReader<?>> readers = new HashMap<>();
  private final Map<Class<?>, List<?>> read = new HashMap<>();
  private final Map<Class<?>, List<?>> derived = new HashMap<>();
  private final TreeSet<ReadProblem> problems =
      new TreeSet<>(Comparator.comparing(ReadProblem::at).thenComparing(ReadProblem::what));

  /**
   * The units that these readers find.
   *
   * @throws IllegalArgumentException if two of them read one kind
   */
  public Units(RepositorySnapshot snapshot, Iterable<? extends UnitReader<?>> readers) {
    this.snapshot = snapshot;
    for (UnitReader<?> reader : readers) {
      if (this.readers.put(reader.type(), reader) != null) {
        throw new IllegalArgumentException("two readers of " + reader.type().getName());
      }
    }
  }

  /** The units that the readers on the class path find. */
  public static Units of(RepositorySnapshot snapshot) {
    List<UnitReader<?>> found = new ArrayList<>();
    for (UnitReader<?> reader : ServiceLoader.load(UnitReader.class)) {
      found.add(reader);
    }
    return new Units(snapshot, found);
  }

  /** The files themselves, for what no reader gives. */
  public RepositorySnapshot snapshot() {
    return snapshot;
  }

  /**
   * The units of one kind, in the order of their reader.
   *
   * @throws IllegalArgumentException if nobody reads that kind, which is a defect
   */
  @SuppressWarnings("unchecked") // the list under a key was made by the reader of that type
  public <T> List<T> of(Class<T> unitType) {
    List<?> known = read.get(unitType);
    if (known == null) {
      UnitReader<?> reader = readers.get(unitType);
      if (reader == null) {
        throw new IllegalArgumentException("nobody reads " + unitType.getName());
      }
      known = List.copyOf(reader.read(snapshot, problems::add));
      read.put(unitType, known);
    }
    return (List<T>) known;
  }

  /**
   * What detectors make of units before they look for anything, made once and shared.
   *
   * @param type the class of what is made; one maker for each
   */
  @SuppressWarnings("unchecked") // the list under a key was made by the maker of that type
  public <T> List<T> derived(Class<T> type, Supplier<List<T>> maker) {
    List<?> known = derived.get(type);
    if (known == null) {
      known = List.copyOf(maker.get());
      derived.put(type, known);
    }
    return (List<T>) known;
  }

  /** What the readers that were asked so far could not read: sorted, each once. */
  public List<ReadProblem> problems() {
    return List.copyOf(problems);
  }
}
