package godmode.detectors.read.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes the packages off the types of a file that are written with them, as if they were imported.
 * A name that means two types in one file keeps its package.
 */
final class FullNames {
  private static final Pattern ROOT = Pattern.compile("(java|javax|jakarta|org|com|io|net)\\..*");

  private final CompilationUnit unit;
  private final Map<String, String> imports = new TreeMap<>();
  private final Set<String> wildcards = new TreeSet<>();
  private final Map<String, Set<String>> written = new TreeMap<>();
  private final Set<String> bare = new TreeSet<>();
  private final Map<String, List<Runnable>> cutsOf = new TreeMap<>();

  private FullNames(CompilationUnit unit) {
    this.unit = unit;
    for (ImportDeclaration one : unit.getImports()) {
      String name = one.getNameAsString();
      if (one.isAsterisk()) {
        wildcards.add(name);
      } else if (!one.isStatic()) {
        imports.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
  }

  /**
   * Shortens the names in a parsed file.
   *
   * @return the full names of what was shortened, by simple name
   */
  static Map<String, String> shorten(CompilationUnit unit, String text) {
    return mayHaveAny(text) ? new FullNames(unit).shorten() : Map.of();
  }

  /** Whether {@code a.b.C} stands anywhere but in the lines of the package and the imports. */
  private static boolean mayHaveAny(String text) {
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      boolean type = dot + 1 < text.length() && Character.isUpperCase(text.charAt(dot + 1));
      if (!type) {
        continue;
      }
      int start = dot;
      int dots = 0;
      while (start > 0 && isOfPackage(text.charAt(start - 1))) {
        start--;
        dots += text.charAt(start) == '.' ? 1 : 0;
      }
      if (dots > 0 && !isImport(text, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfPackage(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  }

  private static boolean isImport(String text, int at) {
    String line = text.substring(text.lastIndexOf('\n', at) + 1, at).strip();
    return line.equals("import") || line.equals("import static") || line.startsWith("*");
  }

  private Map<String, String> shorten() {
    unit.walk(Node.TreeTraversal.PREORDER, this::collect);
    Map<String, String> meant = new TreeMap<>();
    List<Runnable> cuts = new ArrayList<>();
    Set<String> declared = new TreeSet<>();
    unit.findAll(TypeDeclaration.class).forEach(type -> declared.add(type.getNameAsString()));
    written.forEach(
        (simple, full) -> {
          String one = full.iterator().next();
          if (full.size() == 1 && !declared.contains(simple) && means(simple, one)) {
            meant.put(simple, one);
            cuts.addAll(Optional.ofNullable(cutsOf.get(simple)).orElse(List.of()));
          }
        });
    cuts.forEach(Runnable::run);
    return meant;
  }

  /** Whether the file means this type by the simple name, too, or does not use that. */
  private boolean means(String simple, String full) {
    String imported = imports.get(simple);
    if (imported != null) {
      return imported.equals(full);
    }
    String packageName = full.substring(0, full.length() - simple.length() - 1);
    return !bare.contains(simple)
        || wildcards.contains(packageName)
        || unit.getPackageDeclaration()
            .map(own -> own.getNameAsString().equals(packageName))
            .orElse(false);
  }

  private void collect(Node node) {
    if (node instanceof ImportDeclaration) {
      return;
    }
    if (node instanceof ClassOrInterfaceType type) {
      String simple = type.getNameAsString();
      if (type.getScope().isEmpty()) {
        bare.add(simple);
      } else if (Character.isUpperCase(simple.charAt(0))) {
        packageOf(type.getScope().get().getNameWithScope())
            .ifPresent(name -> add(simple, name, () -> type.setScope(null)));
      }
    } else if (node instanceof NameExpr name) {
      bare.add(name.getNameAsString());
    } else if (node instanceof FieldAccessExpr access) {
      String simple = access.getNameAsString();
      if (Character.isUpperCase(simple.charAt(0))) {
        packageOf(access.getScope())
            .filter(name -> name.contains(".") && isType(simple, name))
            .filter(name -> Names.declaration(access, first(name)).isEmpty())
            .ifPresent(name -> add(simple, name, () -> replace(access)));
      }
    }
  }

  private void add(String simple, String packageName, Runnable cut) {
    written.computeIfAbsent(simple, unused -> new TreeSet<>()).add(packageName + "." + simple);
    cutsOf.computeIfAbsent(simple, unused -> new ArrayList<>()).add(cut);
  }

  /** A constant is named in capitals only, but so are {@code URI} and {@code UUID}. */
  private static boolean isType(String simple, String packageName) {
    return !simple.equals(simple.toUpperCase(Locale.ROOT)) || ROOT.matcher(packageName).matches();
  }

  private static String first(String packageName) {
    return packageName.substring(0, packageName.indexOf('.'));
  }

  private static void replace(FieldAccessExpr access) {
    NameExpr name = new NameExpr(access.getNameAsString());
    access.getRange().ifPresent(name::setRange);
    access.replace(name);
  }

  private static Optional<String> packageOf(Expression scope) {
    Expression at = scope;
    while (at instanceof FieldAccessExpr access) {
      at = access.getScope();
    }
    return at instanceof NameExpr ? packageOf(scope.toString()) : Optional.empty();
  }

  /** {@code org.springframework.http}, if it is written like a package. */
  private static Optional<String> packageOf(String written) {
    for (String part : written.split("\\.", -1)) {
      if (part.isEmpty() || !Character.isLowerCase(part.charAt(0))) {
        return Optional.empty();
      }
    }
    return Optional.of(written);
  }
}
