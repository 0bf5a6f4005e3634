package godmode.core.catalog;

import java.util.List;

/** Replaced by the catalog branch: take that side of any conflict. */
public interface Technologies {
  /** A look-up over these. */
  static Technologies of(List<Technology> technologies) {
    return () -> List.copyOf(technologies);
  }

  /** All, sorted by id. */
  List<Technology> all();
}
