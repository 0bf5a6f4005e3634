package godmode.simulate.protocol.raft;

import godmode.simulate.protocol.raft.RaftMessage.Read;
import godmode.simulate.protocol.raft.RaftMessage.Reply;
import godmode.simulate.protocol.raft.RaftMessage.Write;
import godmode.simulate.protocol.raft.RaftState.PendingRead;
import godmode.simulate.protocol.raft.RaftState.Role;
import java.util.ArrayList;
import java.util.List;

/** What clients ask: writes, and reads by index (sections 6.3 and 6.4). */
final class Requests {
  private final RaftStep step;

  Requests(RaftStep step) {
    this.step = step;
  }

  boolean leads(int client, int serial) {
    if (step.role == Role.LEADER) {
      return true;
    }
    step.out.send(client, new Reply(serial, false, 0, step.leader));
    return false;
  }

  void write(int client, Write write) {
    if (!leads(client, write.serial())) {
      return;
    }
    if (step.store.serials().getOrDefault(client, 0) >= write.serial()) {
      step.out.send(client, new Reply(write.serial(), true, write.value(), step.self));
      return;
    }
    step.replication.propose(new Command.Put(client, write.serial(), write.item(), write.value()));
    step.replication.replicate();
  }

  void written(Command.Put put) {
    step.out.send(put.client(), new Reply(put.serial(), true, put.value(), step.self));
  }

  void read(int client, Read read) {
    if (!leads(client, read.serial())) {
      return;
    }
    if (step.options.lacks(RaftMutant.UNCONFIRMED_READ)) {
      answer(new PendingRead(client, read.serial(), read.item(), 0, 0));
      return;
    }
    if (!hasCommitted()) {
      step.out.send(client, new Reply(read.serial(), false, 0, step.self));
      return;
    }
    step.replication.heartbeat();
    step.reads.add(new PendingRead(client, read.serial(), read.item(), step.commit, step.round));
    answerReads();
  }

  /** Whether this leader has committed an entry of its own term. */
  boolean hasCommitted() {
    return step.log.term(step.commit) == step.term;
  }

  private void answer(PendingRead read) {
    step.out.send(
        read.client(), new Reply(read.serial(), true, step.store.value(read.item()), step.self));
  }

  void answerReads() {
    if (step.reads.isEmpty()) {
      return;
    }
    int confirmed =
        step.log
            .voters()
            .committed(
                server -> server == step.self ? step.round : step.progress.get(server).round(),
                step.needed());
    List<PendingRead> left = new ArrayList<>();
    for (PendingRead read : step.reads) {
      if (read.round() <= confirmed && read.index() <= step.store.applied()) {
        answer(read);
      } else {
        left.add(read);
      }
    }
    step.reads = left;
  }
}
