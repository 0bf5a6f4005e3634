package godmode.detectors.read.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the constants that a file takes from others by their bare names. */
final class Imported {
  private Imported() {}

  /** The constant of that name: imported as a static member, or inherited. */
  static Optional<String> constant(Node use, String name, Constants constants, String folder) {
    for (ImportDeclaration one : imports(use)) {
      if (!one.isStatic()) {
        continue;
      }
      String full = one.getNameAsString();
      boolean all = one.isAsterisk();
      if (all || full.endsWith("." + name)) {
        String type = all ? full : full.substring(0, full.length() - name.length() - 1);
        Optional<String> found = constants.get(simple(type), name, packageOf(type), folder);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Names.enclosing(use).stream()
        .flatMap(type -> above(type).stream())
        .flatMap(type -> constants.get(type, name, packageOf(use, type), folder).stream())
        .findFirst();
  }

  private static List<String> above(TypeDeclaration<?> type) {
    List<ClassOrInterfaceType> written = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      written.addAll(declared.getExtendedTypes());
      written.addAll(declared.getImplementedTypes());
    }
    return written.stream().map(ClassOrInterfaceType::getNameAsString).toList();
  }

  /** The package that a file imports a type from; empty if it does not say. */
  static String packageOf(Node use, String type) {
    return imports(use).stream()
        .filter(one -> !one.isStatic() && !one.isAsterisk())
        .map(ImportDeclaration::getNameAsString)
        .filter(name -> simple(name).equals(type))
        .map(Imported::packageOf)
        .findFirst()
        .orElse("");
  }

  /** The part in front of the first name that begins with a capital. */
  private static String packageOf(String fullName) {
    StringBuilder found = new StringBuilder();
    for (String part : fullName.split("\\.", -1)) {
      if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
        break;
      }
      found.append(found.length() == 0 ? "" : ".").append(part);
    }
    return found.toString();
  }

  private static List<ImportDeclaration> imports(Node use) {
    return use.findCompilationUnit()
        .map(CompilationUnit::getImports)
        .map(List::copyOf)
        .orElse(List.of());
  }

  private static String simple(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }
}
