package godmode.templates.document;

import godmode.core.design.Design;
import godmode.core.design.Guard;
import godmode.core.evidence.GuardKind;
import godmode.core.evidence.Topology;
import godmode.core.fact.Attributes;
import godmode.core.review.ChecklistRow;
import godmode.core.review.Review;
import godmode.templates.CallPath;
import godmode.templates.Headline;
import godmode.templates.Voters;
import godmode.templates.diagram.ContainerView;
import godmode.templates.diagram.ContextView;
import godmode.templates.diagram.DeploymentView;
import godmode.templates.diagram.FlowView;
import godmode.templates.document.Rows.In;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the architecture document prints. Text is as it was read and is escaped by the template;
 * what nobody said is a word that says so.
 *
 * @param pictures the containers, as one picture or as several
 * @param parts the parts of a large system; empty for others
 * @param leftOut components that no picture of a large system shows
 * @param deployments a picture for each environment in which something is deployed
 * @param flow at most one picture
 * @param farthest the path of the request that reaches farthest
 */
public record ArchitectureFacts(
    DocumentSource.Heading head,
    String kind,
    String because,
    List<Rows.Declared> context,
    String contextDiagram,
    List<ContainerView.Picture> pictures,
    List<ContainerView.Picture> parts,
    List<String> leftOut,
    List<Rows.Part> components,
    List<Rows.Unread> unread,
    List<In<String>> deployments,
    List<In<PlacementRows.Row>> placements,
    List<String> flow,
    List<String> farthest,
    List<PathRows.Waiting> waiting,
    List<PathRows.Handing> handing,
    List<Rows.ChoiceRow> choices,
    List<Rows.OperationRow> operations,
    List<In<Rows.StoreRow>> stores,
    List<Rows.Declared> consensus,
    List<In<Rows.VoterRow>> voters,
    List<In<Rows.GuardRow>> guards,
    List<Comparison> comparisons,
    List<TransactionRows.Row> transactions,
    List<ResilienceRows.Row> resilience,
    List<String> silent,
    List<Rows.FailureRow> failures,
    List<ChecklistRow> checklist,
    List<Rows.IndexRow> index,
    List<Rows.FindingRow> findings,
    List<Rows.OpenRow> open,
    List<Rows.Declared> risks,
    List<Rows.AcceptedRow> accepted) {

  static ArchitectureFacts of(DocumentSource from) {
    Review review = from.review();
    Topology topology = review.topology();
    List<String> farthest = CallPath.farthest(topology);
    PathRows paths = new PathRows(topology, from.up());
    ResilienceRows resilience = new ResilienceRows(review, from.up());
    return new ArchitectureFacts(
        from.heading(),
        topology.classification().kind(),
        topology.classification().because(),
        from.declared().context(),
        ContextView.of(review),
        ContainerView.of(topology),
        ContainerView.parts(topology),
        ContainerView.leftOut(topology),
        from.components().components(),
        from.components().unread(),
        deployments(review),
        new PlacementRows(review, from.up()).rows(),
        FlowView.of(topology, farthest).stream().toList(),
        farthest,
        paths.waiting(),
        paths.handing(),
        choices(from),
        from.design().operations(),
        from.design().stores(),
        from.declared().consensus(),
        from.design().voters(),
        from.design().guards(),
        comparisons(review),
        new TransactionRows(review, from.up()).rows(),
        resilience.rows(),
        resilience.silent(),
        from.components().failures(),
        review.checklist(),
        from.judged().index(),
        from.judged().findings(),
        from.judged().open(),
        from.declared().risks(),
        from.judged().accepted());
  }

  private static List<In<String>> deployments(Review review) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      DeploymentView.of(review, design)
          .ifPresent(
              picture ->
                  alike
                      .computeIfAbsent(picture, p -> new ArrayList<>())
                      .add(design.environment().name()));
    }
    List<In<String>> pictures = new ArrayList<>();
    alike.forEach((picture, where) -> pictures.add(new In<>(picture, String.join(", ", where))));
    return pictures;
  }

  private static List<Rows.ChoiceRow> choices(DocumentSource from) {
    return Decisions.of(from.review(), from.up()).stream()
        .map(
            it ->
                new Rows.ChoiceRow(
                    it.topic(),
                    it.subject(),
                    it.chosen(),
                    it.because(),
                    it.rejected(),
                    new Evidence(it.status(), DecisionRecords.beside(from.review(), it))))
        .toList();
  }

  /** The alternatives of what this system had to choose, and of nothing else. */
  private static List<Comparison> comparisons(Review review) {
    List<Comparison> comparisons = new ArrayList<>();
    Map<String, String> protocols = protocols(review);
    if (!protocols.isEmpty()) {
      comparisons.add(Comparison.of("consensus", "Consensus", protocols));
    }
    Map<String, String> locks = mechanisms(review, GuardKind.LOCK);
    locks.putAll(mechanisms(review, GuardKind.SCHEDULE));
    if (!locks.isEmpty()) {
      comparisons.add(Comparison.of("locks", "Locks", locks));
    }
    Map<String, String> leaders = mechanisms(review, GuardKind.LEADER);
    if (!leaders.isEmpty()) {
      comparisons.add(Comparison.of("election", "Leader election", leaders));
    }
    return comparisons;
  }

  private static Map<String, String> protocols(Review review) {
    Map<String, String> protocols = new LinkedHashMap<>();
    review
        .declared()
        .text("consensus.protocol")
        .ifPresent(protocol -> protocols.put(review.system(), protocol));
    for (Design design : review.designs()) {
      for (Voters voters : Voters.in(design)) {
        voters
            .cluster()
            .technology()
            .flatMap(known -> known.consensus())
            .filter(consensus -> voters.voters() > 1)
            .ifPresent(
                consensus ->
                    protocols.putIfAbsent(voters.cluster().id(), consensus.protocol().word()));
      }
    }
    return protocols;
  }

  private static Map<String, String> mechanisms(Review review, GuardKind kind) {
    Map<String, String> mechanisms = new LinkedHashMap<>();
    for (Design design : review.designs()) {
      for (Guard guard : Headline.guards(design, kind)) {
        guard
            .fact(Attributes.MECHANISM)
            .value()
            .ifPresent(mechanism -> mechanisms.putIfAbsent(guard.id(), mechanism));
      }
    }
    return mechanisms;
  }
}
