package godmode.templates.document;

import godmode.core.decide.FailureModes;
import godmode.core.decide.Situation;
import godmode.core.design.DeclaredPath;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Sighting;
import godmode.core.fact.Attributes;
import godmode.core.fact.Place;
import godmode.core.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of components, and of what happens when one is down. */
final class ComponentRows {
  private final Review review;
  private final String up;

  ComponentRows(Review review, String up) {
    this.review = review;
    this.up = up;
  }

  List<Rows.Part> components() {
    return review.topology().components().stream().map(this::component).toList();
  }

  private Rows.Part component(Component component) {
    return new Rows.Part(
        component.id(),
        component.type().word(),
        component.technology().orElse("not known"),
        replicas(component),
        Rows.words(component.environments()),
        seen(component.sightings()));
  }

  private static String replicas(Component component) {
    List<Environment> environments = component.environments();
    List<String> counts = new ArrayList<>();
    for (Environment environment : environments) {
      String count = DesignRows.text(component.facts(environment).get(Attributes.MEMBERS));
      counts.add(environments.size() == 1 ? count : environment.name() + ": " + count);
    }
    List<String> plain =
        environments.stream()
            .map(e -> DesignRows.text(component.facts(e).get(Attributes.MEMBERS)))
            .distinct()
            .toList();
    return plain.size() == 1 ? plain.get(0) : String.join(", ", counts);
  }

  private List<Evidence> seen(List<Sighting> sightings) {
    return Evidence.of(sightings.stream().map(Sighting::at).toList(), up);
  }

  List<Rows.Unread> unread() {
    return review.topology().unread().stream()
        .map(gap -> new Rows.Unread(Evidence.of(List.of(gap.at()), up), gap.why()))
        .toList();
  }

  /** Components of which the same is to be said share a row. */
  List<Rows.FailureRow> failures() {
    FailureModes modes = new FailureModes(new Situation(review.designs(), review.declared()));
    Map<List<String>, List<Component>> alike = new LinkedHashMap<>();
    for (Component component : review.topology().components()) {
      if (component.type() != ComponentType.USER) {
        alike
            .computeIfAbsent(mode(component, modes.of(component)), mode -> new ArrayList<>())
            .add(component);
      }
    }
    List<Rows.FailureRow> rows = new ArrayList<>();
    alike.forEach((mode, components) -> rows.add(failure(mode, components)));
    return rows;
  }

  /** What the record says; where it says nothing, what files, answers and the catalog tell. */
  private List<String> mode(Component component, FailureModes.Mode draft) {
    String path = "failure-modes." + DeclaredPath.key(component.id()) + ".";
    return List.of(
        said(path + "impact", draft.impact()),
        said(path + "blast-radius", draft.blast()),
        said(path + "probability", draft.probability()),
        said(path + "detection", draft.detection()),
        said(path + "recovery", draft.recovery()) + "; RTO " + said(path + "rto", draft.rto()),
        said(path + "rpo", draft.rpo()),
        said(path + "mitigation", draft.mitigation()),
        said(path + "last-tested", "no test recorded"));
  }

  private Rows.FailureRow failure(List<String> mode, List<Component> components) {
    List<Place> places = new ArrayList<>();
    for (Component component : components) {
      String path = "failure-modes." + DeclaredPath.key(component.id());
      review.declared().keys(path).stream()
          .flatMap(key -> review.declared().at(path + "." + key).stream())
          .flatMap(said -> said.origin().place().stream())
          .findFirst()
          .or(() -> component.sightings().stream().map(Sighting::at).findFirst())
          .ifPresent(places::add);
    }
    return new Rows.FailureRow(
        components.stream().map(Component::id).collect(Collectors.joining(", ")),
        mode,
        Evidence.of(places, up));
  }

  private String said(String path, String otherwise) {
    return review.declared().text(path).orElse(otherwise);
  }
}
