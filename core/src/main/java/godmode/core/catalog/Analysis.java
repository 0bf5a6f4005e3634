package godmode.core.catalog;

/**
 * An independent test under faults.
 *
 * @param target product and version
 * @param year of publication
 */
public record Analysis(
    String target, int year, String finding, String address, Provenance provenance) {}
