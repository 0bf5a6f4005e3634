package godmode.templates.document;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import godmode.templates.Untrusted;
import java.io.IOException;
import java.io.Writer;

/** Tells FreeMarker how text becomes Markdown: every value is escaped unless it says otherwise. */
final class MarkdownText extends CommonMarkupOutputFormat<MarkdownText.Piece> {
  static final MarkdownText FORMAT = new MarkdownText();

  private MarkdownText() {}

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escapePlainText(text));
  }

  @Override
  public String escapePlainText(String text) {
    return Untrusted.markdown(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Piece newTemplateMarkupOutputModel(String text, String markup) {
    return new Piece(text, markup);
  }

  /** A piece of Markdown inside a template. */
  static final class Piece extends CommonTemplateMarkupOutputModel<Piece> {
    private Piece(String text, String markup) {
      super(text, markup);
    }

    @Override
    public MarkdownText getOutputFormat() {
      return FORMAT;
    }
  }
}
