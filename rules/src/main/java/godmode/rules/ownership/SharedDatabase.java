package godmode.rules.ownership;

import static godmode.core.review.Outcome.holds;
import static godmode.core.review.Outcome.notApplicable;
import static godmode.core.review.Outcome.violated;

import com.google.auto.service.AutoService;
import godmode.core.design.Cluster;
import godmode.core.design.Design;
import godmode.core.design.Link;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.ConnectionKind;
import godmode.core.fact.Attributes;
import godmode.core.fact.Fact;
import godmode.core.review.ChecklistItem;
import godmode.core.review.Missing;
import godmode.core.review.Outcome;
import godmode.core.review.Rule;
import godmode.core.review.RuleCard;
import godmode.core.review.Severity;
import godmode.rules.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Flags databases that more than one service reads and writes. */
@AutoService(Rule.class)
@RuleCard(
    title = "several services use one database",
    item = ChecklistItem.OPERATION_CONSISTENCY,
    since = "0.1",
    sources = {
      "https://microservices.io/patterns/data/shared-database.html",
      "Newman, Building Microservices, 2nd edition, chapter 4, 2021"
    })
public final class SharedDatabase implements Rule.OfCluster {

  private static final List<ComponentType> SERVES =
      List.of(ComponentType.SERVICE, ComponentType.WEB_APP, ComponentType.GATEWAY);

  @Override
  public Outcome judge(Cluster store, Design design) {
    if (store.type() != ComponentType.DATABASE) {
      return notApplicable("%s is no database: its type is %s", store.id(), store.type().word());
    }
    List<Link> users =
        design.linksTo(store.id()).stream().filter(link -> isUse(link, design)).toList();
    if (design.apart(users.stream().map(Link::source).toList()).size() < 2) {
      return notApplicable("fewer than 2 services use %s", store.id());
    }
    SortedMap<String, SortedSet<String>> services = new TreeMap<>();
    List<Missing> unnamed = new ArrayList<>();
    for (Link link : users) {
      Fact<String> database = link.fact(Attributes.DATABASE);
      database
          .value()
          .ifPresentOrElse(
              name -> services.computeIfAbsent(name, n -> new TreeSet<>()).add(link.source()),
              () -> unnamed.add(missing(link)));
    }
    services.replaceAll((name, sharing) -> new TreeSet<>(design.apart(sharing)));
    return judge(store, users, services, unnamed);
  }

  private static boolean isUse(Link link, Design design) {
    return link.kind() == ConnectionKind.DATA
        && design.services().stream()
            .anyMatch(known -> known.id().equals(link.source()) && SERVES.contains(known.type()));
  }

  private static Missing missing(Link link) {
    return new Missing(
        link.id(),
        Attributes.DATABASE,
        "no file says which database " + link.source() + " uses in " + link.target());
  }

  private static Outcome judge(
      Cluster store,
      List<Link> users,
      SortedMap<String, SortedSet<String>> services,
      List<Missing> unnamed) {
    for (Map.Entry<String, SortedSet<String>> entry : services.entrySet()) {
      if (entry.getValue().size() > 1) {
        return shared(store, entry.getKey(), entry.getValue(), users);
      }
    }
    return unnamed.isEmpty()
        ? holds("each service has a database of its own in %s: %s", store.id(), services.keySet())
        : new Outcome.Undecided(unnamed);
  }

  private static Outcome shared(
      Cluster store, String database, SortedSet<String> services, List<Link> users) {
    Fact<?>[] grounds =
        users.stream()
            .map(link -> link.fact(Attributes.DATABASE))
            .filter(fact -> Reading.is(fact, database))
            .toArray(Fact<?>[]::new);
    return violated(
            Severity.WARNING,
            "%d services use the database %s in %s: %s",
            services.size(),
            database,
            store.id(),
            String.join(", ", services))
        .because(
            "Each of them can change what the others rely on: a table, a row halfway through"
                + " another one's transaction, a lock. None can change its schema, scale or fail"
                + " alone, and no one service can keep an invariant of the data.")
        .fix(
            "Let one service own " + database + ", and let the others ask it or follow its events.",
            grounds);
  }
}
