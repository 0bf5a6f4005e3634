package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.PlainTree;
import godmode.record.Wording;
import godmode.simulate.network.Latency;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How long messages take between places: published numbers, or those of a file. */
final class RoundTrips {
  /** Those that come with the program; the first is taken where nobody names one. */
  static final List<String> PUBLISHED = List.of("aws-2022", "aws-2017");

  private static final List<String> FIELDS =
      List.of("source", "also", "jitter", "round-trips", "one-way");
  private static final int JITTER_PPM = 50_000;
  private static final int MILLION = 1_000_000;

  private final String name;
  private final String source;
  private final Map<String, String> also = new LinkedHashMap<>();
  private final Map<String, Latency> between = new LinkedHashMap<>();

  private RoundTrips(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Those of that name.
   *
   * @param name a published one, or a file
   * @param jitter how far a message may be from half of the mean round trip, in parts per million
   * @throws UserError with file, line and what to write instead
   */
  static RoundTrips named(String name, Optional<Integer> jitter) throws IOException {
    if (!PUBLISHED.contains(name)) {
      Path path = Path.of(name);
      if (!path.toFile().isFile()) {
        throw new UserError(
            "--matrix "
                + Wording.quote(name)
                + ": there is no such file; name one, or a published matrix: "
                + String.join(", ", PUBLISHED));
      }
      return of(name, Laboratory.tree(path), jitter);
    }
    try (InputStream in = RoundTrips.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return of(name, PlainTree.read(name + ".yaml", text).tree().orElseThrow(), jitter);
    }
  }

  /** Whether the published matrix that is taken by default knows all of these places. */
  static boolean areBetween(Collection<String> places) {
    try {
      return named(PUBLISHED.get(0), Optional.empty()).places().containsAll(places);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Of a file: {@code round-trips: {eu: {us: 90ms}}}. */
  static RoundTrips of(String name, PlainTree tree, Optional<Integer> jitter) {
    for (Map.Entry<String, PlainTree> field : tree.fields().entrySet()) {
      if (!FIELDS.contains(field.getKey())) {
        throw new UserError(
            field.getValue().at()
                + ": a matrix has no '"
                + field.getKey()
                + "'; it has "
                + String.join(", ", FIELDS));
      }
    }
    if (!tree.fields().containsKey("round-trips") && !tree.fields().containsKey("one-way")) {
      throw new UserError(
          tree.at() + ": write times between places: round-trips: {eu: {us: 90ms}}");
    }
    RoundTrips all =
        new RoundTrips(name, word(tree, "source").map(PlainTree::text).orElse(tree.at().file()));
    int spread =
        jitter.orElseGet(
            () ->
                word(tree, "jitter")
                    .map(at -> Quantity.share(at.at() + ": jitter", at.text()))
                    .orElse(JITTER_PPM));
    fields(tree, "also").forEach((place, of) -> all.also.put(place, of.text()));
    fields(tree, "round-trips").forEach((from, row) -> all.roundTrips(from, row, spread));
    fields(tree, "one-way")
        .forEach(
            (from, row) ->
                row.fields()
                    .forEach(
                        (to, at) ->
                            all.between.put(
                                key(from, to), Quantity.latency(label(at, from, to), at.text()))));
    return all;
  }

  /** The same round trip between any two of these places. */
  static RoundTrips equal(Collection<String> places, String text, Optional<Integer> jitter) {
    RoundTrips all = new RoundTrips(text, "between any two sites");
    Latency oneWay = half(Quantity.positive("--round-trip", text), jitter.orElse(JITTER_PPM));
    for (String from : places) {
      for (String to : places) {
        if (!from.equals(to)) {
          all.between.put(key(from, to), oneWay);
        }
      }
    }
    return all;
  }

  private static Optional<PlainTree> word(PlainTree tree, String name) {
    return Optional.ofNullable(tree.fields().get(name));
  }

  private static Map<String, PlainTree> fields(PlainTree tree, String name) {
    return word(tree, name).map(PlainTree::fields).orElse(Map.of());
  }

  private static String label(PlainTree at, String from, String to) {
    return at.at() + ": " + from + " to " + to;
  }

  private static String key(String from, String to) {
    return from + "\n" + to;
  }

  private void roundTrips(String from, PlainTree row, int jitter) {
    row.fields()
        .forEach(
            (to, at) -> {
              long mean = Quantity.positive(label(at, from, to), at.text());
              Latency oneWay = half(mean, jitter);
              between.put(key(from, to), oneWay);
              between.putIfAbsent(key(to, from), oneWay);
            });
  }

  /** One way of a round trip. */
  static Latency half(long roundTrip, int jitterPpm) {
    long half = Math.max(1, roundTrip / 2);
    long off = (long) (half * ((double) jitterPpm / MILLION));
    return off == 0 ? new Latency.Constant(half) : new Latency.Uniform(half - off, half + off);
  }

  /** What they are called. */
  String name() {
    return name;
  }

  /** What they are called, and where they are from. */
  String about() {
    return name + " (" + source + ")";
  }

  /** How long it takes from one place to another, if it is known. */
  Optional<Latency> between(String from, String to) {
    return Optional.ofNullable(between.get(key(real(from), real(to))));
  }

  private String real(String place) {
    return also.getOrDefault(place, place);
  }

  /** The places, with their other names. */
  Set<String> places() {
    Set<String> places = new TreeSet<>(also.keySet());
    between.keySet().forEach(key -> places.addAll(List.of(key.split("\n", 2))));
    return places;
  }
}
