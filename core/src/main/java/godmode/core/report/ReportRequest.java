package godmode.core.report;

import godmode.core.fact.Place;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Gate;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a report should hold, besides the review itself.
 *
 * @param parts what was asked for; empty for the whole design
 * @param style whether text may carry colour
 * @param legalValues lists the legal values of open decisions
 * @param filesRead how many files were read, where the caller counted them
 * @param artifacts paths of the files that the session wrote, relative to the reviewed directory
 * @param gate which findings are new, and which of them stop a merge
 * @param columns how wide text may be
 * @param below where the reviewed directory is in its repository, ending with {@code /}; empty at
 *     the root
 * @param sources the text of the reviewed files
 * @param shown the first screen as the person has it before the eyes; empty where nobody has
 */
public record ReportRequest(
    List<Part> parts,
    Style style,
    LegalValues legalValues,
    OptionalInt filesRead,
    List<String> artifacts,
    Gate gate,
    int columns,
    String below,
    SourceLines sources,
    String shown) {
  /** As wide as text is where nobody says how wide the terminal is. */
  public static final int COLUMNS = 80;

  /** The whole design, without colour. */
  public static final ReportRequest WHOLE =
      new ReportRequest(
          List.of(),
          Style.PLAIN,
          LegalValues.NONE,
          OptionalInt.empty(),
          List.of(),
          Gate.STANDARD,
          COLUMNS,
          "",
          SourceLines.NONE,
          "");

  public ReportRequest {
    parts = parts.stream().sorted().distinct().toList();
    artifacts = List.copyOf(artifacts);
  }

  /** The same for these parts only. */
  public ReportRequest forParts(List<Part> wanted) {
    return new ReportRequest(
        wanted, style, legalValues, filesRead, artifacts, gate, columns, below, sources, shown);
  }

  /** The same in another style. */
  public ReportRequest in(Style wanted) {
    return new ReportRequest(
        parts, wanted, legalValues, filesRead, artifacts, gate, columns, below, sources, shown);
  }

  /** The same with the legal values of open decisions. */
  public ReportRequest with(LegalValues known) {
    return new ReportRequest(
        parts, style, known, filesRead, artifacts, gate, columns, below, sources, shown);
  }

  /** The same with the number of files that were read. */
  public ReportRequest afterReading(int files) {
    return new ReportRequest(
        parts,
        style,
        legalValues,
        OptionalInt.of(files),
        artifacts,
        gate,
        columns,
        below,
        sources,
        shown);
  }

  /** The same with the files that the session wrote. */
  public ReportRequest having(List<String> written) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, written, gate, columns, below, sources, shown);
  }

  /** The same behind another gate. */
  public ReportRequest behind(Gate wanted) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, artifacts, wanted, columns, below, sources, shown);
  }

  /** The same for a terminal of so many columns. */
  public ReportRequest wide(int terminal) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, artifacts, gate, terminal, below, sources, shown);
  }

  /** The same for a directory that lies there in its repository. */
  public ReportRequest lying(String folder) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, artifacts, gate, columns, folder, sources, shown);
  }

  /** The same that can show what stands in the files. */
  public ReportRequest quoting(SourceLines files) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, artifacts, gate, columns, below, files, shown);
  }

  /** The same after a first screen that need not be repeated. */
  public ReportRequest after(String screen) {
    return new ReportRequest(
        parts, style, legalValues, filesRead, artifacts, gate, columns, below, sources, screen);
  }

  /** A place as programs need it that know the repository and not the reviewed directory. */
  public Place inRepository(Place at) {
    return below.isEmpty() ? at : new Place(below + at.file(), at.line(), at.column());
  }

  /** Whether this part was asked for by its flag. */
  public boolean asksFor(Part part) {
    return parts.contains(part);
  }

  /** Whether the whole design was asked for. */
  public boolean isWhole() {
    return parts.isEmpty();
  }

  /** The checklist items that it is about, in their order: all of them for the whole design. */
  public List<ChecklistItem> items() {
    return isWhole()
        ? Part.VALIDATE.items()
        : parts.stream().flatMap(part -> part.items().stream()).distinct().sorted().toList();
  }

  /** Whether the topology was asked for and nothing else. */
  public boolean isTopologyOnly() {
    return parts.equals(List.of(Part.TOPOLOGY));
  }
}
