package godmode.simulate.witness;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Subject;
import godmode.core.fact.Attributes;
import godmode.core.quorum.Majority;
import godmode.core.review.Counterexample;
import godmode.simulate.explore.Scenario;
import godmode.simulate.explore.Telling;
import godmode.simulate.model.SentinelFailover;
import godmode.simulate.model.SentinelFailover.Action;
import godmode.simulate.model.SentinelFailover.World;
import java.util.List;
import java.util.Optional;

/** A failover that cannot begin, or one that begins although the primary is well. */
@AutoService(Witness.class)
public final class UnsoundSentinelQuorumWitness implements Witness {
  private static final int SENTINELS_MAX = 7;

  @Override
  public String rule() {
    return "unsound-sentinel-quorum";
  }

  @Override
  public Optional<Scenario<?, ?>> scenario(Subject subject, Design design) {
    if (!(subject instanceof Cluster redis)) {
      return Optional.empty();
    }
    Optional<Integer> sentinels =
        redis.fact(Attributes.SENTINELS).value().filter(n -> n >= 1 && n <= SENTINELS_MAX);
    Optional<Integer> quorum = redis.fact(Attributes.SENTINEL_QUORUM).value().filter(q -> q >= 1);
    if (sentinels.isEmpty() || (quorum.isEmpty() && sentinels.get() > 2)) {
      return Optional.empty();
    }
    int n = sentinels.get();
    SentinelFailover model = new SentinelFailover(n, quorum.orElse(Majority.of(n)));
    return Optional.of(
        new Scenario<>(
            model,
            SentinelFailover.SERVES,
            SentinelFailover.GOALS,
            new Story(model, redis, quorum.isPresent(), Cast.clients(design, redis).get(0))));
  }

  private record Story(SentinelFailover model, Cluster redis, boolean stated, String client)
      implements Telling<World, Action> {
    private List<String> names() {
      return Cast.counted("sentinel", model.sentinels());
    }

    private String primary() {
      return redis.id() + " primary";
    }

    private String replica() {
      return redis.id() + " replica";
    }

    @Override
    public String claim() {
      return "A client of "
          + redis.id()
          + " is answered after a failover, and keeps what it was told is safe.";
    }

    @Override
    public List<String> bounds() {
      return List.of(
          Cast.count(model.sentinels(), "Sentinel", "Sentinels"),
          "a quorum of " + model.quorum() + (stated ? "" : ", assumed: no file says it"),
          Majority.of(model.sentinels()) + " authorise",
          "1 write",
          "replication without lag",
          "either the host of the primary and of one Sentinel fails, or one Sentinel cannot reach"
              + " the primary");
    }

    @Override
    public Counterexample.Step tell(World before, Action a, World after, boolean fault) {
      String who = a.sentinel() < 0 ? "" : names().get(a.sentinel());
      return switch (a.act()) {
        case SEND -> step(client, "sends a write", primary(), "", fault);
        case HOST_FAILS ->
            step("the host", "of " + primary() + " and " + who + " fails", "", "", fault);
        case CUT -> step(who, "cannot reach " + primary() + ", which is well", "", "", fault);
        case SUSPECT ->
            step(
                who,
                "sees " + primary() + " down",
                "",
                Integer.bitCount(after.suspects()) + " of " + model.quorum() + " see it down",
                fault);
        case BEGIN -> step(who, "begins a failover", "", authorised(after), fault);
        case AUTHORISE ->
            step(who, "authorises it", names().get(after.leads()), authorised(after), fault);
        case PROMOTE -> step(who, "promotes " + replica(), replica(), "", fault);
        case DEMOTE ->
            step(
                who,
                "makes " + primary() + " a replica; it drops what " + replica() + " lacks",
                primary(),
                "",
                fault);
        case STORE_ON_BOTH ->
            step(primary(), "and " + replica() + " store the write", client, "", fault);
        case STORE_ON_OLD ->
            step(
                primary(),
                "stores the write and says that it is safe",
                client,
                "only " + primary() + " has it",
                fault);
        case STORE_ON_NEW -> step(replica(), "stores the write", client, "", fault);
      };
    }

    private String authorised(World w) {
      int needed = Math.max(Majority.of(model.sentinels()), model.quorum());
      return Integer.bitCount(w.authorised()) + " of " + needed + " authorise";
    }

    private static Counterexample.Step step(
        String actor, String action, String target, String change, boolean fault) {
      return new Counterexample.Step(actor, action, target, change, fault);
    }

    @Override
    public String ending(World last, boolean stuck) {
      if (!stuck) {
        return "The write that " + client + " was told is safe is gone; no node had failed.";
      }
      return Cast.first(client)
          + " waits, and no failover can complete while this lasts: "
          + Cast.count(model.sentinels() - 1, "Sentinel is", "Sentinels are")
          + " left; "
          + model.quorum()
          + " must see the primary down and "
          + Math.max(Majority.of(model.sentinels()), model.quorum())
          + " authorise.";
    }
  }
}
