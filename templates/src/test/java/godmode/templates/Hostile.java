package godmode.templates;

import java.util.List;

/** Names that a repository could hold and no output may act on. */
public final class Hostile {
  /** One for each thing that an output could act on. */
  public static final List<String> NAMES =
      List.of(
          "a|b",
          "`code` ``` fence",
          "<script>alert(1)</script>",
          "\u001b[31mred\u001b]8;;http://evil\u0007",
          "two\nlines\r\tand a tab",
          "\"];click n1 \"javascript:alert(1)\"",
          "end",
          "subgraph x; style n1 fill:#fff;",
          "%%{init: {\"theme\": \"dark\"}}%%",
          "😀 and 👩‍💻",
          "\u202egnp.exe",
          "\u009b2J",
          "${system.getClass()} <#include \"/etc/passwd\">",
          "<!-- keep:context --> <!-- /keep -->",
          "\\| \\` [x](http://evil)",
          "# heading",
          "::error file=x::forged",
          "x\n::error::forged",
          "##[error]forged",
          "%0A::warning::forged",
          "]]> <![CDATA[ &amp; &#0;",
          "\uffff \ufffe noncharacters",
          "{0} [link](1) <details>",
          "</details></testsuite>",
          "@everyone fixes #1 and gh-2",
          "\ud800 lone");

  private Hostile() {}
}
