package godmode.core.design;

import godmode.core.fact.Attribute;
import godmode.core.fact.Fact;
import godmode.core.fact.Facts;

/** What can be judged. The family stays small: a rule is about one subject of one kind. */
public sealed interface Subject
    permits Channel, Cluster, Design, Flow, Guard, Link, Operation, Service {
  /** What reports call it; unique among the subjects of its kind. */
  String id();

  /** The component a finding about it belongs to. */
  String component();

  /** Everything known about it. */
  Facts facts();

  /** What is known about one attribute. */
  default <T> Fact<T> fact(Attribute<T> attribute) {
    return facts().get(attribute);
  }
}
