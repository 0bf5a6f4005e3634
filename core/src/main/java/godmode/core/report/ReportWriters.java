package godmode.core.report;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The report formats on the class path. */
public final class ReportWriters {
  private ReportWriters() {}

  /** Every format, sorted by its word. */
  public static List<ReportWriter> onClassPath() {
    return ServiceLoader.load(ReportWriter.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ReportWriter::format))
        .toList();
  }
}
