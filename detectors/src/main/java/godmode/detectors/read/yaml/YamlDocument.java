package godmode.detectors.read.yaml;

import godmode.core.fact.Place;

/**
 * One document of a file.
 *
 * @param index its position among the documents that were read, from 0
 * @param root its value; a null scalar where the document is empty
 */
public record YamlDocument(int index, Located root) {
  /** Where the value of the document begins. */
  public Place place() {
    return root.place();
  }
}
