package godmode.simulate.protocol.quorum;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What replicas and clients send each other. */
public sealed interface QuorumMessage {
  /** A client writes. */
  record Put(int serial, int item, int value) implements QuorumMessage {}

  /** A client reads. */
  record Get(int serial, int item) implements QuorumMessage {}

  /** A client is answered. */
  record Done(int serial, int item, Version version) implements QuorumMessage {}

  /** A coordinator asks what a replica has. */
  record Query(int request, int item) implements QuorumMessage {}

  /** It has this. */
  record Found(int request, int item, Version version) implements QuorumMessage {}

  /** A replica is to keep a version, if it has no later one. */
  record Keep(int request, int item, Version version) implements QuorumMessage {}

  /** It has it. */
  record Kept(int request, int item) implements QuorumMessage {}

  /** Hashes of one level of the tree over all items: two neighbours compare where they differ. */
  record Hashes(int level, List<Integer> places, List<Long> hashes) implements QuorumMessage {
    public Hashes {
      places = List.copyOf(places);
      hashes = List.copyOf(hashes);
    }
  }

  /** Items of which two replicas have different versions. */
  record Items(Map<Integer, Version> versions, boolean isAnswer) implements QuorumMessage {
    public Items {
      versions = new TreeMap<>(versions);
    }
  }
}
