package godmode.templates.code;

/** What code is generated in. */
public enum Language {
  JAVA,
  PYTHON
}
