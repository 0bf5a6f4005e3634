package godmode.templates.code;

import freemarker.core.UndefinedOutputFormat;
import godmode.templates.TemplateFolder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The files of patterns.
 *
 * @param packageName where classes are
 * @param members of a cluster; odd, because an even one more tolerates no failure more
 * @param name of the cluster; as what it runs, where it is empty
 * @param zones how many a cluster is spread over; 0 where nobody said
 * @param leftOut mechanisms that are not generated; for tests, which prove that somebody notices
 */
public record Code(
    String packageName, int members, Optional<String> name, int zones, Set<String> leftOut) {
  /** The most members, beyond which a majority only gets slower. */
  public static final int MEMBERS_MAX = 7;

  /** The most zones; no provider has so many in a region. */
  public static final int ZONES_MAX = 9;

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

    /** What the cluster that runs this is called; as what it runs, where nobody named it. */
    public String name(String technology) {
      return code.name.orElse(technology);
    }

    /** How many zones there are; 0 where nobody said. */
    public int zones() {
      return code.zones;
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

  /** Clusters that are called as what they run, in zones that nobody counted. */
  public Code(String packageName, int members, Set<String> leftOut) {
    this(packageName, members, Optional.empty(), 0, leftOut);
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
   * The code and its tests, or the files to deploy.
   *
   * @param flavour one of the pattern's
   */
  public List<SourceFile> of(Pattern pattern, Flavour flavour) {
    TemplateFolder templates = new TemplateFolder(Code.class, UndefinedOutputFormat.INSTANCE);
    return pattern.in(flavour).files().stream()
        .map(
            file ->
                new SourceFile(
                    folder(pattern, flavour, file) + file,
                    templates.fill(pattern.template(flavour, file), new Facts(this))))
        .toList();
  }

  private String folder(Pattern pattern, Flavour flavour, String file) {
    return switch (flavour) {
      case JAVA, SPRING -> {
        String set = "src/" + (flavour.isTest(file) ? "test/" : "main/");
        String kind = file.endsWith(".java") ? "java/" : "resources/";
        yield set + kind + packageName.replace('.', '/') + "/";
      }
      case PYTHON -> "";
      case GO -> pattern.name().replace("-", "") + "/";
      case DEPLOYMENT -> "deploy/" + pattern.name() + "/";
    };
  }
}
