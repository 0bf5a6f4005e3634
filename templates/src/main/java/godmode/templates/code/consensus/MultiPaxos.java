package godmode.templates.code.consensus;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class MultiPaxos implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CONSENSUS, "multi-paxos", "a replicated log: ballots, slots, a leader, snapshots")
        .in(
            Flavour.JAVA,
            "Paxos.java",
            "PaxosCodec.java",
            "PaxosJournal.java",
            "PaxosMessage.java",
            "PaxosNode.java",
            "PaxosRecord.java",
            "PaxosState.java",
            "PaxosStep.java",
            "PaxosStorage.java",
            "PaxosTransport.java",
            "PaxosTest.java",
            "PaxosJournalTest.java",
            "PaxosSimulationTest.java")
        .without("need a majority", "two leaders at once, and writes that are lost")
        .without("ballots of its own", "two leaders in one ballot")
        .without("use no ballot twice", "two proposals in one ballot, after a restart")
        .without("promise no lower ballot", "an earlier leader counts on who follows a later one")
        .without("keep the promise on disk", "the same, after a restart")
        .without("accept in no lower ballot", "what was chosen is replaced")
        .without("keep what was accepted on disk", "what was chosen is forgotten")
        .without("propose what was accepted", "what was chosen is replaced")
        .without("the highest ballot counts", "what was chosen is replaced by what was not")
        .without("fill gaps", "what lies behind a gap is never applied")
        .without("count answers to its own ballot only", "late promises make a second leader")
        .without("learn only what this leader proposed", "what nobody has chosen is applied")
        .without("a promise comes with the snapshot", "a leader fills slots that were chosen")
        .without("tell again what a restart forgot", "who was restarted lags for ever")
        .without("refuse snapshots of the past", "the state goes back in time")
        .without("read behind what was inherited", "a new leader reads old values")
        .without("confirm reads with a majority", "a leader that was replaced reads old values")
        .without("step down without a majority", "who is cut off takes writes that go nowhere")
        .without("draw the time-outs", "all prepare at once, and overtake each other for ever")
        .without("save before sending", "a crash takes back what others count on")
        .without("stop when the disk fails", "what others count on was never saved")
        .without("answer who asked", "a client is told of success that another had")
        .without("flush before answering", "a loss of power takes what was acknowledged")
        .without("check what was written", "half a write is taken for a whole one")
        .without("cut off what a crash left", "what is written next cannot be read")
        .without("refuse a damaged journal", "what was acknowledged is forgotten in silence");
  }
}
