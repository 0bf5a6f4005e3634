package godmode.templates.document;

import freemarker.cache.ClassTemplateLoader;
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

/** The FreeMarker templates beside this class; no other can be loaded, and none makes objects. */
final class Template {
  private static final Configuration TEMPLATES = configuration();

  private Template() {}

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Template.class, ""));
    configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setOutputFormat(MarkdownText.FORMAT);
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocalizedLookup(false);
    return configuration;
  }

  /** The text of a template with these facts. */
  static String fill(String name, DocumentFacts facts) {
    StringWriter out = new StringWriter();
    try {
      TEMPLATES.getTemplate(name).process(Map.of("it", facts), out);
    } catch (IOException | TemplateException defect) {
      throw new IllegalStateException("template " + name + " cannot be filled", defect);
    }
    return out.toString();
  }
}
