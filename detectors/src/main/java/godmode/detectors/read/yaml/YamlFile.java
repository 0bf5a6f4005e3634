package godmode.detectors.read.yaml;

import godmode.detectors.read.ReadProblem;
import java.util.List;

/**
 * What a YAML or JSON file holds.
 *
 * @param file path relative to the reviewed directory
 * @param documents the documents that could be read; those without any value are left out
 * @param problems what could not be read, and is missing from the documents
 * @param notices what was read and is doubtful, such as a key that stands twice
 * @param templated whether it looks like a template of Helm or another generator
 */
public record YamlFile(
    String file,
    List<YamlDocument> documents,
    List<ReadProblem> problems,
    List<ReadProblem> notices,
    boolean templated) {
  public YamlFile {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  /** The values of the documents. */
  public List<Located> roots() {
    return documents.stream().map(YamlDocument::root).toList();
  }
}
