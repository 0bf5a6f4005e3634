package godmode.templates.text;

import godmode.core.review.ChecklistRow;
import java.util.List;

/** The checklist as a table; the reason has all the room that is left. */
final class ChecklistText {
  private static final int STATUS = 6;

  private ChecklistText() {}

  static void print(List<ChecklistRow> rows, Page page) {
    int item = rows.stream().mapToInt(row -> row.item().id().length()).max().orElse(0);
    for (ChecklistRow row : rows) {
      String status = Page.cell(word(row.status()), STATUS);
      page.item(
          label -> paint(row.status(), page).on(status) + label.substring(status.length()),
          status + Page.cell(row.item().id(), item),
          STATUS + item + 2,
          row.status() == ChecklistRow.Status.NOT_APPLICABLE ? page.ink()::faint : Page.Paint.NONE,
          row.because());
    }
  }

  private static String word(ChecklistRow.Status status) {
    return status == ChecklistRow.Status.NOT_APPLICABLE ? "n/a" : status.word();
  }

  private static Page.Paint paint(ChecklistRow.Status status, Page page) {
    Ink ink = page.ink();
    return switch (status) {
      case PASS -> ink::good;
      case FAIL -> ink::bad;
      case OPEN -> ink::warn;
      case NOT_APPLICABLE -> ink::faint;
    };
  }
}
