package godmode.detectors.read.xml;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.ReadProblem;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into elements. Document types are skipped and nothing outside the file is fetched, so
 * that a file can neither read others nor grow without bound.
 */
public final class XmlReader {
  private static final int NESTING_MAX = 200;

  private XmlReader() {}

  /** The root element; empty where the file is malformed, which becomes a problem. */
  public static Optional<XmlElement> read(SourceFile file, ProblemSink problems) {
    String text = file.text().orElse("");
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return parse(Place.startOf(file.path()), text);
    } catch (XMLStreamException malformed) {
      int line =
          Math.max(
              1, malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber());
      problems.accept(
          new ReadProblem(
              new Place(file.path(), line, 1),
              "this XML is malformed, so nothing in the file counts; correct it: "
                  + firstLine(String.valueOf(malformed.getMessage()))));
      return Optional.empty();
    }
  }

  /**
   * The root element of a text inside another file; empty where it is malformed.
   *
   * @param start where the first character of the text stands
   */
  public static Optional<XmlElement> read(Place start, String text) {
    try {
      return text.isBlank() ? Optional.empty() : parse(start, text);
    } catch (XMLStreamException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<XmlElement> parse(Place start, String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.stripLeading()));
    int skipped =
        (int) text.substring(0, text.length() - text.stripLeading().length()).lines().count();
    return tree(start.file(), start.line() - 1 + Math.max(0, skipped - 1), reader);
  }

  private static Optional<XmlElement> tree(String path, int linesBefore, XMLStreamReader reader)
      throws XMLStreamException {
    Deque<XmlElement> open = new ArrayDeque<>();
    Optional<XmlElement> root = Optional.empty();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (open.size() >= NESTING_MAX) {
          throw new XMLStreamException(
              "more than " + NESTING_MAX + " elements inside each other", reader.getLocation());
        }
        XmlElement element = element(path, linesBefore, reader);
        if (open.isEmpty()) {
          root = Optional.of(element);
        } else {
          open.peek().add(element);
        }
        open.push(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        Optional.ofNullable(open.peek()).ifPresent(element -> element.addText(reader.getText()));
      }
    }
    return root;
  }

  private static XmlElement element(String path, int linesBefore, XMLStreamReader reader) {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    String name = reader.getLocalName();
    // The parser points behind the tag. Without attributes the tag is <name>, so its start is
    // known.
    int behind = Math.max(1, reader.getLocation().getColumnNumber());
    int column = attributes.isEmpty() ? Math.max(1, behind - name.length() - 2) : 1;
    int line = linesBefore + Math.max(1, reader.getLocation().getLineNumber());
    return new XmlElement(name, new Place(path, line, column), attributes);
  }

  private static String firstLine(String message) {
    String[] lines = message.split("\\R", -1);
    String last = lines[lines.length - 1];
    return last.startsWith("Message: ") ? last.substring("Message: ".length()) : last;
  }
}
