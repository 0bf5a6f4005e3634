package godmode.templates.code;

import freemarker.core.UndefinedOutputFormat;
import godmode.templates.TemplateFolder;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The files of patterns.
 *
 * @param packageName where classes are
 * @param members of a cluster; odd, because an even one more tolerates no failure more
 * @param leftOut mechanisms that are not generated; for tests, which prove that somebody notices
 */
public record Code(String packageName, int members, Set<String> leftOut) {
  /** The most members, beyond which a majority only gets slower. */
  public static final int MEMBERS_MAX = 7;

  /** A file, relative to the root of a project, with slashes. */
  public record SourceFile(String path, String text) {}

  /** What templates see. */
  public static final class Facts {
    private final Code code;

    Facts(Code code) {
      this.code = code;
    }

    /** The package of the file. */
    public String packageName() {
      return code.packageName;
    }

    /** How many members a cluster has. */
    public int members() {
      return code.members;
    }

    /** How many of them it can do without. */
    public int spare() {
      return (code.members - 1) / 2;
    }

    /** Whether this mechanism is generated. */
    public boolean kept(String mechanism) {
      return !code.leftOut.contains(mechanism);
    }
  }

  public Code {
    leftOut = Set.copyOf(leftOut);
    if (!isPackage(packageName)) {
      throw new IllegalArgumentException("'" + packageName + "' is no name of a package");
    }
    if (!isMembership(members)) {
      throw new IllegalArgumentException(members + " members");
    }
  }

  /** Every mechanism, classes in this package, clusters of so many members. */
  public static Code in(String packageName, int members) {
    return new Code(packageName, members, Set.of());
  }

  /** Whether Java takes this as the name of a package. */
  public static boolean isPackage(String name) {
    return SourceVersion.isName(name, SourceVersion.RELEASE_17);
  }

  /** Whether a cluster should have so many members: 3, 5 or 7. */
  public static boolean isMembership(int members) {
    return members >= 3 && members <= MEMBERS_MAX && members % 2 == 1;
  }

  /**
   * The code and its test, or the file to deploy, which is in no language.
   *
   * @param language one of the pattern's
   */
  public List<SourceFile> of(Pattern pattern, Language language) {
    TemplateFolder templates = new TemplateFolder(Code.class, UndefinedOutputFormat.INSTANCE);
    if (pattern.kind() == Pattern.Kind.MANIFEST) {
      String text = templates.fill("manifest/" + pattern.name() + ".yaml.ftl", new Facts(this));
      return List.of(new SourceFile("deploy/" + pattern.name() + "/" + pattern.file(), text));
    }
    if (language == Language.PYTHON) {
      return List.of(
          python(templates, pattern.module()), python(templates, "test_" + pattern.module()));
    }
    String folder = packageName.replace('.', '/') + "/";
    return List.of(
        java(templates, "src/main/java/" + folder, pattern.file()),
        java(templates, "src/test/java/" + folder, pattern.file() + "Test"));
  }

  private SourceFile python(TemplateFolder templates, String module) {
    String text = templates.fill("python/" + module + ".py.ftl", new Facts(this));
    return new SourceFile(module + ".py", text);
  }

  private SourceFile java(TemplateFolder templates, String folder, String type) {
    String text = templates.fill("java/" + type + ".java.ftl", new Facts(this));
    return new SourceFile(folder + type + ".java", text);
  }
}
