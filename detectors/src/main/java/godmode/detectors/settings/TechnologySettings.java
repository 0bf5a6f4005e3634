package godmode.detectors.settings;

import java.util.List;
import java.util.Set;

/** Maps the settings of one technology to attributes. */
interface TechnologySettings {
  /** Catalog ids. */
  Set<String> technologies();

  /**
   * Reads what is known of the technology.
   *
   * @param written the strongest first: what overrides stands before what is overridden
   */
  void read(List<WrittenSetting> written, Reading into);
}
