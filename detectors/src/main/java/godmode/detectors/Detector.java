package godmode.detectors;

import godmode.core.catalog.Technologies;
import godmode.core.evidence.EvidenceSink;

/**
 * Says what one kind of file shows. It reads units, never files, and judges nothing.
 *
 * <p>Bad input never makes it throw: what cannot be read becomes {@code Unreadable} or {@code
 * AttributeUnread} evidence, or is left out. Found by {@code @AutoService(Detector.class)}.
 */
public interface Detector {
  /** Kebab-case and stable, as it stands in reports: {@code compose-services}. */
  String id();

  /** Puts what the units show into the sink, in an order that depends on the units only. */
  void detect(Units units, Technologies known, EvidenceSink sink);
}
