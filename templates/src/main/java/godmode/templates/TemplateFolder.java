package godmode.templates;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The FreeMarker templates beside a class; no other can be loaded, and none makes objects. */
public final class TemplateFolder {
  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  /**
   * @param beside the class whose package holds the templates
   * @param format how text is escaped where a template does not say otherwise
   */
  public TemplateFolder(Class<?> beside, OutputFormat format) {
    templates.setTemplateLoader(new ClassTemplateLoader(beside, ""));
    templates.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("c");
    templates.setBooleanFormat("c");
    templates.setOutputFormat(format);
    templates.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setAPIBuiltinEnabled(false);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setLocalizedLookup(false);
  }

  /** The text of a template that reads these facts as {@code it}. */
  public String fill(String name, Object facts) {
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(name).process(Map.of("it", facts), out);
    } catch (IOException | TemplateException defect) {
      throw new IllegalStateException("template " + name + " cannot be filled", defect);
    }
    return out.toString();
  }
}
