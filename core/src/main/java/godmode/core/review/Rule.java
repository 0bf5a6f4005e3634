package godmode.core.review;

import godmode.core.design.Channel;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Flow;
import godmode.core.design.Guard;
import godmode.core.design.Link;
import godmode.core.design.Operation;
import godmode.core.design.Service;
import godmode.core.evidence.FlowKind;

/**
 * One hazard. A rule sees one subject at a time and the design around it, and nothing else: no
 * files, no catalog, no other findings. It is found through {@code META-INF/services}; its name is
 * its class name.
 */
public sealed interface Rule {
  /** Judges the system as a whole. */
  non-sealed interface OfDesign extends Rule {
    Outcome judge(Design design);
  }

  /** Judges each store, broker and coordinator. */
  non-sealed interface OfCluster extends Rule {
    Outcome judge(Cluster cluster, Design design);
  }

  /** Judges each service. */
  non-sealed interface OfService extends Rule {
    Outcome judge(Service service, Design design);
  }

  /** Judges each topic and queue. */
  non-sealed interface OfChannel extends Rule {
    Outcome judge(Channel channel, Design design);
  }

  /** Judges each lock, leader election and schedule. */
  non-sealed interface OfGuard extends Rule {
    Outcome judge(Guard guard, Design design);
  }

  /** Judges each operation. */
  non-sealed interface OfOperation extends Rule {
    Outcome judge(Operation operation, Design design);
  }

  /** Judges each path through the code. */
  non-sealed interface OfFlow extends Rule {
    /** The kind of path it is about; it sees no other. */
    FlowKind kind();

    Outcome judge(Flow flow, Design design);
  }

  /** Judges each connection. */
  non-sealed interface OfLink extends Rule {
    Outcome judge(Link link, Design design);
  }
}
