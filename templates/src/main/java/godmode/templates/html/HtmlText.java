package godmode.templates.html;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.utility.StringUtil;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.io.Writer;

/**
 * Tells FreeMarker how text becomes HTML: every value is escaped for text and for quoted attributes
 * alike, and characters that repaint or reverse are shown as what they are.
 */
final class HtmlText extends CommonMarkupOutputFormat<HtmlText.Piece> {
  static final HtmlText FORMAT = new HtmlText();

  private HtmlText() {}

  @Override
  public String getName() {
    return "HTML of untrusted text";
  }

  @Override
  public String getMimeType() {
    return "text/html";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    return StringUtil.XHTMLEnc(Untrusted.line(text));
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Piece newTemplateMarkupOutputModel(String text, String markup) {
    return new Piece(text, markup);
  }

  /** A piece of HTML inside a template. */
  static final class Piece extends CommonTemplateMarkupOutputModel<Piece> {
    private Piece(String text, String markup) {
      super(text, markup);
    }

    @Override
    public HtmlText getOutputFormat() {
      return FORMAT;
    }
  }
}
