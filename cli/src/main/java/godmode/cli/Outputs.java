package godmode.cli;

import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.core.report.ReportWriters;
import godmode.core.report.Style;
import godmode.core.review.Review;
import godmode.engine.ReportFile;
import godmode.engine.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where each asked format goes. At most one goes to standard output, so that it is one well-formed
 * document.
 */
record Outputs(List<Output> outputs) {
  private record Output(ReportWriter writer, Optional<Path> file) {}

  /** Reads {@code FORMAT} and {@code FORMAT=FILE}; nothing asked means text on standard output. */
  static Outputs of(List<String> formats) {
    List<Output> outputs = new ArrayList<>();
    for (String asked : formats.isEmpty() ? List.of("text") : formats) {
      int equals = asked.indexOf('=');
      String format = equals < 0 ? asked : asked.substring(0, equals);
      if (equals >= 0 && equals == asked.length() - 1) {
        throw new UserError("--format " + asked + " names no file; write --format json=FILE");
      }
      Optional<Path> file =
          equals < 0 ? Optional.empty() : Optional.of(Path.of(asked.substring(equals + 1)));
      outputs.add(new Output(writer(format), file));
    }
    if (outputs.stream().filter(output -> output.file().isEmpty()).count() > 1) {
      throw new UserError(
          "two formats cannot share standard output; send one to a file: --format json=FILE");
    }
    if (outputs.stream().noneMatch(output -> output.file().isEmpty())) {
      outputs.add(new Output(writer("text"), Optional.empty()));
    }
    return new Outputs(List.copyOf(outputs));
  }

  private static ReportWriter writer(String format) {
    List<ReportWriter> known = ReportWriters.onClassPath();
    return known.stream()
        .filter(writer -> writer.format().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no format is called '"
                        + format
                        + "'; there are "
                        + known.stream()
                            .map(ReportWriter::format)
                            .collect(Collectors.joining(", "))));
  }

  /** Whether standard output carries text, between which questions may stand. */
  boolean isTextOnly() {
    return outputs.stream()
        .filter(output -> output.file().isEmpty())
        .allMatch(output -> output.writer().format().equals("text"));
  }

  /** Writes every document. */
  void write(Review review, ReportRequest request, PrintWriter out) throws IOException {
    for (Output output : outputs) {
      if (output.file().isEmpty()) {
        output.writer().write(named(output, review, request), request, out);
      } else {
        StringBuilder text = new StringBuilder();
        Review named = named(output, review, request);
        output.writer().write(named, request.in(Style.PLAIN).after(""), text);
        ReportFile.write(output.file().get(), text.toString());
      }
    }
  }

  /** Text names what is new, the other formats say of each finding whether it is. */
  private static Review named(Output output, Review review, ReportRequest request) {
    return output.writer().format().equals("text")
        ? review.naming(request.gate().fresh(review.findings()))
        : review;
  }
}
