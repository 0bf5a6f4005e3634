package godmode.detectors.read.helm;

import godmode.core.fact.Place;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.read.yaml.Trees;
import godmode.detectors.read.yaml.YamlFile;
import godmode.detectors.read.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads what a template wrote as YAML whose values stand in the lines of the template. */
final class RenderedText {
  private final String file;
  private final String text;
  private final List<Output.Piece> pieces;
  private final int[] lineStarts;
  private final Set<ReadProblem> problems = new LinkedHashSet<>();

  RenderedText(String file, Output output) {
    this.file = file;
    this.text = output.text();
    this.pieces = output.pieces();
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  /** Its documents; those whose existence is in doubt are left out. */
  List<Located> documents() {
    YamlFile yaml = YamlReader.read(Place.startOf(file), text);
    for (ReadProblem problem : yaml.problems()) {
      problems.add(
          new ReadProblem(
              moved(problem.at()),
              "what this template renders to is "
                  + problem.what().replace("; correct", " there; correct")));
    }
    List<Located> documents = new ArrayList<>();
    for (Located root : yaml.roots()) {
      String doubt = doubt(root.place());
      if (doubt.isEmpty()) {
        Located known = known(root);
        boolean secret = known.text("kind").filter("Secret"::equals).isPresent();
        report(known, secret);
        documents.add(known);
      } else if (root.isMapping()) {
        unknown(moved(root.place()), doubt);
      }
    }
    return documents;
  }

  /** What could not be read or computed. */
  List<ReadProblem> problems() {
    return List.copyOf(problems);
  }

  private void unknown(Place at, String reason) {
    problems.add(new ReadProblem(at, "Helm expression with no value: " + reason));
  }

  /** A tree in which what is not known is unresolved, and which stands in the template. */
  private Located known(Located node) {
    if (node.isScalar() && Marks.isIn(node.written())) {
      return Located.unresolved(
          moved(node.place()),
          Marks.shown(node.written()),
          Marks.reason(node.written()).orElse("part of it is not known"));
    }
    if (node.isSequence()) {
      List<Located> items = new ArrayList<>();
      for (Located item : node.items()) {
        items.add(certain(item, item.place()));
      }
      return Located.sequence(moved(node.place()), items);
    }
    if (!node.isMapping()) {
      return Trees.moved(node, this::moved);
    }
    List<Located.Entry> entries = new ArrayList<>();
    Optional<String> more = Optional.empty();
    for (Located.Entry entry : node.entries()) {
      if (Marks.isIn(entry.key())) {
        more = Marks.reason(entry.key());
        unknown(moved(entry.keyPlace()), more.orElse(""));
      } else {
        Place at = moved(entry.keyPlace());
        entries.add(new Located.Entry(entry.key(), at, certain(entry.value(), entry.keyPlace())));
      }
    }
    Place here = moved(node.place());
    if (more.isPresent() && node.at("replicas").isEmpty() && node.at("template").isPresent()) {
      // What is not known may set the number, so that its absence says nothing.
      entries.add(new Located.Entry("replicas", here, Located.unresolved(here, "", more.get())));
    }
    return Located.mapping(here, entries);
  }

  private Located certain(Located value, Place at) {
    String doubt = doubt(at);
    return doubt.isEmpty()
        ? known(value)
        : Located.unresolved(moved(value.place()), Marks.shown(value.written()), doubt);
  }

  /** Labels, notes and secrets are nothing anybody misses. */
  private void report(Located node, boolean secret) {
    if (node.isUnresolved()) {
      unknown(node.place(), node.reason());
    }
    node.items().forEach(item -> report(item, secret));
    for (Located.Entry entry : node.entries()) {
      boolean unimportant =
          Set.of("labels", "annotations", "namespace").contains(entry.key())
              || (secret && Set.of("data", "stringData").contains(entry.key()));
      if (!unimportant) {
        report(entry.value(), secret);
      }
    }
  }

  private String doubt(Place place) {
    return piece(offset(place)).map(Output.Piece::doubt).orElse("");
  }

  private int offset(Place place) {
    int line = Math.max(0, Math.min(lineStarts.length - 1, place.line() - 1));
    return Math.min(text.length(), lineStarts[line] + place.column() - 1);
  }

  /** The line of the output that a character stands in, from 0. */
  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private Optional<Output.Piece> piece(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.get(low));
  }

  /** Where in the template stands what wrote the character at a place of the output. */
  private Place moved(Place place) {
    int offset = offset(place);
    Optional<Output.Piece> piece = piece(offset);
    if (piece.isEmpty()) {
      return Place.startOf(file);
    }
    Output.Piece found = piece.get();
    if (!found.follows()) {
      return new Place(file, found.line(), found.column());
    }
    int breaks = line(offset) - line(found.start());
    int column =
        breaks == 0
            ? found.column() + offset - found.start()
            : offset - lineStarts[line(offset)] + 1;
    return new Place(file, found.line() + breaks, column);
  }
}
