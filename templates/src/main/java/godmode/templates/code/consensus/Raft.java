package godmode.templates.code.consensus;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class Raft implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CONSENSUS, "raft", "a replicated log: election, durable log, snapshots, reads")
        .in(
            Flavour.JAVA,
            "Raft.java",
            "RaftCodec.java",
            "RaftJournal.java",
            "RaftMessage.java",
            "RaftNode.java",
            "RaftRecord.java",
            "RaftServer.java",
            "RaftState.java",
            "RaftStep.java",
            "RaftStorage.java",
            "RaftTcp.java",
            "RaftTransport.java",
            "RaftTest.java",
            "RaftJournalTest.java",
            "RaftServerTest.java",
            "RaftSimulationTest.java")
        .in(
            Flavour.GO,
            "journal.go",
            "message.go",
            "node.go",
            "raft.go",
            "state.go",
            "raft_test.go",
            "simulation_test.go")
        .without("need a majority", "two leaders at once, and writes that are lost")
        .without("ask before an election", "who comes back from a partition unseats the leader")
        .without("step down without a majority", "who is cut off takes writes that go nowhere")
        .without("draw the time-outs", "all ask for votes at once, and nobody gets enough")
        .without("keep the vote on disk", "two leaders in one term, after a restart")
        .without("count votes of its own term only", "late votes make a second leader")
        .without("vote only for a log that is up to date", "a leader lacks what was committed")
        .without("refuse leaders of earlier terms", "logs mix two leaders")
        .without(
            "confirm nothing that an earlier term asked", "a leader that was replaced reads old")
        .without("append only to what matches", "logs differ in what is committed")
        .without("keep entries that match", "a late message removes what was acknowledged")
        .without("commit no more than was compared", "what no leader has sent is applied")
        .without("count copies of its own term only", "what was committed is replaced (figure 8)")
        .without("begin a term with an entry", "reads and old entries wait for the next write")
        .without("read behind an entry of its own term", "a new leader reads old values")
        .without("confirm reads with a majority", "a leader that was replaced reads old values")
        .without("a snapshot knows the term of its entry", "a vote for who lacks what is in it")
        .without("refuse snapshots of the past", "the state goes back in time")
        .without("save before sending", "a crash takes back what others count on")
        .without("stop when the disk fails", "what others count on was never saved")
        .without("answer who asked", "a client is told of success that another had")
        .without("flush before answering", "a loss of power takes what was acknowledged")
        .without("check what was written", "half a write is taken for a whole one")
        .without("cut off what a crash left", "what is written next cannot be read")
        .without("refuse a damaged journal", "what was acknowledged is forgotten in silence");
  }
}
