package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class KubernetesLeaderElection implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK,
            "kubernetes-leader-election",
            "elects a leader with a fencing token, by a Lease of Kubernetes")
        .in(
            Flavour.JAVA,
            "LeaderElection.java",
            "LeaseStore.java",
            "KubernetesLeaseStore.java",
            "LeaderElectionTest.java")
        .needing(Flavour.JAVA, "com.fasterxml.jackson.core:jackson-databind")
        .without("compare the version", "two that find the lease over both lead")
        .without("wait by its own clock", "a clock that is ahead makes a second leader")
        .without("stop before the lease is over", "one that is cut off leads beside the next")
        .without("count from before the request", "it does so when the answer took its time")
        .without("a higher token each time", "nobody can tell a paused leader from the next")
        .without("a name for each process", "two processes of one name both lead")
        .afterWord("leaders.*.mechanism", "kubernetes", "lease");
  }
}
