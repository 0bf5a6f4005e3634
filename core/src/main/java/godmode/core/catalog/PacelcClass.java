package godmode.core.catalog;

/** PACELC (Abadi, IEEE Computer 2012): in a partition A or C, else latency or consistency. */
public enum PacelcClass {
  PA_EL,
  PA_EC,
  PC_EL,
  PC_EC;

  /** The word in the catalog's files and in documents. */
  public String word() {
    return name().replace('_', '/');
  }
}
