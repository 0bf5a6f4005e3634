package godmode.core.catalog;

/** A Kubernetes resource that runs a technology, and where its numbers are. */
public record ResourceMatch(Technology technology, CustomResource resource) {}
