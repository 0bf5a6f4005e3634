package godmode.core.catalog;

/** Replaced by the catalog branch: take that side of any conflict. */
public record Technology(String id, String name) {}
