package godmode.detectors.read.java;

import java.util.List;
import java.util.Set;

/**
 * What one source file of a module shows.
 *
 * @param folder the folder of the module, empty at the root
 * @param annotations in the order of the file
 * @param invocations in the order of the file
 * @param texts what fields and variables begin with, so far as it looks like an address
 * @param types the names of the types that fields, parameters and variables have
 * @param declared the types it declares, inner ones before those around them
 * @param connects whether it speaks of clients, listeners or addresses
 */
public record JavaSource(
    String folder,
    String path,
    List<AnnotationUse> annotations,
    List<Invocation> invocations,
    List<JavaText> texts,
    Set<String> types,
    List<JavaType> declared,
    boolean connects) {
  public JavaSource {
    declared = List.copyOf(declared);
    annotations = List.copyOf(annotations);
    invocations = List.copyOf(invocations);
    texts = List.copyOf(texts);
    types = Set.copyOf(types);
  }

  /** The uses of an annotation. */
  public List<AnnotationUse> annotated(String name) {
    return annotations.stream().filter(use -> use.name().equals(name)).toList();
  }
}
