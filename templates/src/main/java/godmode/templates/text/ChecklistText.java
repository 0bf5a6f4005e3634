package godmode.templates.text;

import godmode.core.review.ChecklistRow;
import java.util.List;

/** The checklist as a table. */
final class ChecklistText {
  private static final int ITEM = 31;
  private static final int STATUS = 16;

  private ChecklistText() {}

  static void print(List<ChecklistRow> rows, Page page) {
    for (ChecklistRow row : rows) {
      page.item(
          Page.cell(row.item().id(), ITEM) + Page.cell(row.status().word(), STATUS),
          ITEM + STATUS,
          row.because());
    }
  }
}
