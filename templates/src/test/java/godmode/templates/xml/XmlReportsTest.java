package godmode.templates.xml;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.report.ReportRequest;
import godmode.core.report.ReportWriter;
import godmode.templates.Compared;
import godmode.templates.Golden;
import godmode.templates.Hostile;
import godmode.templates.Shop;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class XmlReportsTest {
  private static final List<ReportWriter> WRITERS =
      List.of(new JunitReport(), new CheckstyleReport());

  @Test
  void junit_fails_what_stops_a_merge_and_skips_the_rest_with_a_reason() throws Exception {
    Golden.matches(
        "shop.junit.xml", Compared.print(new JunitReport(), Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void junit_skips_an_error_that_was_there_before() throws Exception {
    assertThat(Compared.print(new JunitReport(), Shop.review(), Compared.to("f1")))
        .contains("failures=\"0\"", "error, was there before: a read of orders-db")
        .doesNotContain("<failure");
  }

  @Test
  void junit_counts_what_it_holds() throws Exception {
    Element root = root(Compared.print(new JunitReport(), Shop.review(), ReportRequest.WHOLE));

    assertThat(root.getAttribute("tests")).isEqualTo(count(root, "testcase"));
    assertThat(root.getAttribute("failures")).isEqualTo(count(root, "failure"));
    assertThat(root.getAttribute("skipped")).isEqualTo(count(root, "skipped"));
  }

  private static String count(Element root, String name) {
    return Integer.toString(root.getElementsByTagName(name).getLength());
  }

  @Test
  void checkstyle_lists_findings_by_file_and_line() throws Exception {
    Golden.matches(
        "shop.checkstyle.xml",
        Compared.print(new CheckstyleReport(), Shop.review(), ReportRequest.WHOLE));
  }

  @Test
  void checkstyle_is_silent_about_what_was_there_before() throws Exception {
    assertThat(Compared.print(new CheckstyleReport(), Shop.review(), Compared.to("f1", "f2")))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <checkstyle version="4.3">
            </checkstyle>
            """);
  }

  @Test
  void hostile_names_add_no_element_and_no_attribute() throws Exception {
    for (ReportWriter writer : WRITERS) {
      List<String> tame = shape(Compared.print(writer, Shop.review(), ReportRequest.WHOLE));
      for (String name : Hostile.NAMES) {
        String wild = Compared.print(writer, Shop.called(name), ReportRequest.WHOLE);
        assertThat(shape(wild)).as(name).isEqualTo(tame);
        assertThat(wild.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
            .as(name)
            .isEmpty();
      }
    }
  }

  private static List<String> shape(String xml) throws Exception {
    List<String> shape = new ArrayList<>();
    walk(root(xml), shape);
    return shape;
  }

  private static void walk(Element element, List<String> shape) {
    shape.add(element.getTagName() + " " + element.getAttributes().getLength());
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner, shape);
      }
    }
  }

  private static Element root(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }
}
