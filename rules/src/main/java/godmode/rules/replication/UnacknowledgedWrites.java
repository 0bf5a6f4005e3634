package godmode.rules.replication;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Given;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import java.util.Locale;
import java.util.Optional;

/** Flags clients that do not wait for the copies of what they write. */
@AutoService(Rule.class)
@RuleCard(
    title = "a client counts writes as done that one copy has",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    answers = false,
    sources = {
      "https://kafka.apache.org/documentation/#producerconfigs_acks",
      "https://www.mongodb.com/docs/manual/reference/write-concern/"
    })
public final class UnacknowledgedWrites implements Rule.OfLink {

  @Override
  public Outcome judge(Link link, Design design) {
    Fact<String> by = link.fact(Attributes.ACKNOWLEDGED_BY);
    Optional<Cluster> target = design.cluster(link.target());
    if (by instanceof Fact.Unknown || target.isEmpty()) {
      return notApplicable("nothing says what %s waits for", link.id());
    }
    return Given.facts(by, target.get().fact(Attributes.MEMBERS))
        .then((who, members) -> judge(link, target.get(), who, members));
  }

  private static Outcome judge(Link link, Cluster target, String by, int members) {
    if (by.equals("none")) {
      return late(
          link,
          target,
          String.format(Locale.ROOT, "%s waits for no answer", link.id()),
          "What is sent while the connection breaks, or to a member that refuses it, is lost, and"
              + " the client was never told otherwise.");
    }
    if (!by.equals("leader") || members < 2 || hasOneCopy(target)) {
      return holds("%s waits for every copy it can", link.source());
    }
    return late(
        link,
        target,
        String.format(
            Locale.ROOT,
            "%s takes a write for done when 1 of %d members has it",
            link.id(),
            members),
        "If that member fails before another one has copied the write, its successor never had it:"
            + " an acknowledged write is gone, whatever the cluster itself is set to.");
  }

  /** Where there is one copy of each record, whoever waits for its leader waits for all. */
  private static boolean hasOneCopy(Cluster target) {
    return target.fact(Attributes.REPLICATION_FACTOR) instanceof Fact.Known<Integer> copies
        && copies.known() == 1;
  }

  private static Outcome late(Link link, Cluster target, String what, String why) {
    boolean kafka = target.runs("kafka");
    return violated(Severity.WARNING, "%s", what)
        .because(why)
        .fix(
            kafka
                ? "Set acks=all in the producer of " + link.source() + "."
                : "Write with w=majority in the connection string of " + link.source() + ".",
            target.fact(Attributes.RPO));
  }
}
