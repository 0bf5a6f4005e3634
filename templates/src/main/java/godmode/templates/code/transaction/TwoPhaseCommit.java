package godmode.templates.code.transaction;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class TwoPhaseCommit implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.TRANSACTION,
            "two-phase-commit",
            "commits in all stores or in none; blocks while its coordinator is down")
        .in(
            Flavour.JAVA,
            "TwoPhaseCoordinator.java",
            "TwoPhaseJournal.java",
            "TwoPhaseLog.java",
            "TwoPhaseMessage.java",
            "TwoPhaseParticipant.java",
            "TwoPhaseTransport.java",
            "TwoPhaseCommitTest.java",
            "TwoPhaseJournalTest.java")
        .without("wait for every vote", "some commit what others cannot do")
        .without("count each participant once", "a vote that arrives twice counts for two")
        .without("write the decision before telling it", "a crash makes others abort")
        .without("remember until everybody has committed", "the last one to ask is told to abort")
        .without("presume abort", "who is in doubt over what was never decided waits for ever")
        .without("abort what takes too long", "one silent participant locks all others")
        .without("write the vote before giving it", "a crash forgets what was promised")
        .without("stay in doubt", "a time-out aborts what others commit")
        .without("ask what was decided", "a decision that got lost leaves locks for ever")
        .without("take the locks again", "others see and change what is in doubt")
        .without("commit before forgetting", "a crash in between loses the work")
        .without("say again that it is done", "the coordinator never forgets")
        .without("flush before answering", "a loss of power takes what was promised")
        .without("check what was written", "half a write is taken for a whole one")
        .without("cut off what a crash left", "what is written next cannot be read")
        .without("refuse a damaged journal", "what was promised is forgotten in silence")
        .afterWord("choices.*.chosen", "two-phase", "2pc", "xa");
  }
}
