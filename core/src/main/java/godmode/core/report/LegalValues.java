package godmode.core.report;

import godmode.core.review.OpenDecision;
import java.util.List;

/** Which values an open decision may take, where they can be listed. */
@FunctionalInterface
public interface LegalValues {
  /** Nothing can be listed. */
  LegalValues NONE = decision -> List.of();

  /** The legal values as they are written in the record; empty where any text is. */
  List<String> of(OpenDecision decision);
}
