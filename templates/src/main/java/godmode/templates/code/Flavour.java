package godmode.templates.code;

import java.util.Locale;

/** What a pattern can be written in. */
public enum Flavour {
  /** Plain Java 17. */
  JAVA("Test.java"),
  /** Java for Spring Boot. */
  SPRING("Test.java"),
  /** Python 3.9 and later, without packages. */
  PYTHON("test_"),
  /** Go 1.19 and later, without modules. */
  GO("_test.go"),
  /** A file to deploy, in no language; our own review is its test. */
  DEPLOYMENT("");

  private final String test;

  Flavour(String test) {
    this.test = test;
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is the language of source code. */
  public boolean isCode() {
    return this != DEPLOYMENT;
  }

  /** Whether it has classes in packages. */
  public boolean isJava() {
    return this == JAVA || this == SPRING;
  }

  /** Whether a file of this name is a test. */
  public boolean isTest(String file) {
    return isCode() && (this == PYTHON ? file.startsWith(test) : file.endsWith(test));
  }
}
