package godmode.core.evidence;

import godmode.core.fact.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * What a detector read, before anything is concluded from it.
 *
 * <p>Claims speak of components by name. A name is whatever a file calls the component by: a
 * Compose key, a host name, an application name, an artifact. Names of one component are tied
 * together by {@link SameAs}; the assembler compares them without regard to case. Where a file
 * gives no name that others use, detectors make one with a colon, which no file can contain as a
 * name: {@code path:services/order}.
 */
public sealed interface Claim {

  /**
   * A component exists.
   *
   * @param name what the file calls it
   * @param type what it is for, where the file shows that
   * @param technology catalog id, where the file shows that
   */
  record ComponentSeen(
      String name, Optional<ComponentType> type, Optional<String> technology, Presence presence)
      implements Claim {}

  /**
   * Two names of one component.
   *
   * @param other the further name
   */
  record SameAs(String name, String other) implements Claim {}

  /**
   * A name to show and search by, which is too general to join components by: the base name of an
   * image.
   */
  record CalledAlso(String name, String other) implements Claim {}

  /** A property of a component. */
  record AttributeSeen(String component, Said<?> said) implements Claim {}

  /**
   * A property of a component that exists and cannot be read.
   *
   * @param why one clause: {@code ${REPLICAS} has no value}
   */
  record AttributeUnread(String component, Attribute<?> attribute, String why) implements Claim {}

  /**
   * Components that are the members of one cluster.
   *
   * @param technology catalog id
   * @param members names, in the order of the membership list
   */
  record ClusterSeen(String technology, List<String> members) implements Claim {
    public ClusterSeen {
      members = List.copyOf(members);
    }
  }

  /**
   * One component opens a connection to another.
   *
   * @param source the side that opens it: caller, client, producer, consumer
   * @param target the name it is addressed by
   * @param protocol what is spoken: {@code http}, {@code postgresql}, {@code kafka}; empty if
   *     unknown
   * @param properties such as the database behind it
   */
  record ConnectionSeen(
      String source, String target, ConnectionKind kind, String protocol, List<Said<?>> properties)
      implements Claim {
    public ConnectionSeen {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A topic or queue.
   *
   * @param broker the name of the broker it lives on
   */
  record ChannelSeen(String broker, String channel, List<Said<?>> properties) implements Claim {
    public ChannelSeen {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A lock, a leader election or a schedule in the code or configuration of a component.
   *
   * @param owner the component that takes it
   */
  record GuardSeen(String guard, GuardKind kind, String owner, List<Said<?>> properties)
      implements Claim {
    public GuardSeen {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A path through the code.
   *
   * @param flow the method it begins in: {@code OrderService.place}
   * @param owner the component that runs it
   * @param steps at least one, in the order in which they run
   */
  record FlowSeen(
      String flow, FlowKind kind, String owner, List<Step> steps, List<Said<?>> properties)
      implements Claim {
    public FlowSeen {
      steps = List.copyOf(steps);
      properties = List.copyOf(properties);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException(flow + ": a flow begins somewhere");
      }
    }
  }

  /**
   * Something could not be read.
   *
   * @param why one line: what is wrong, and what to do about it
   */
  record Unreadable(String why) implements Claim {}
}
