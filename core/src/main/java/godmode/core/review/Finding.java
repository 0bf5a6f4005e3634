package godmode.core.review;

import godmode.core.evidence.Environment;
import godmode.core.evidence.Step;
import godmode.core.fact.Confidence;
import godmode.core.fact.Place;
import java.util.List;
import java.util.Optional;

/**
 * A violated rule.
 *
 * @param rule name of the rule
 * @param component id of the component it belongs to; empty if it is about the whole system
 * @param subject the lock, topic, operation or component it is about
 * @param what a clause with this design's numbers
 * @param because the mechanism, in sentences
 * @param fix what to do, in sentences
 * @param environments where it holds, the default one first
 * @param grounds the facts it rests on, those with a place first
 * @param fingerprint the same for the same finding after lines have moved
 * @param counterexample how it goes wrong, where a model shows it
 * @param path the way through the code, from the trigger to the effect, or from service to service;
 *     empty if there is none
 */
public record Finding(
    String rule,
    ChecklistItem item,
    Severity severity,
    Confidence confidence,
    String component,
    String subject,
    String what,
    String because,
    String fix,
    List<Environment> environments,
    List<Ground> grounds,
    String fingerprint,
    Optional<Counterexample> counterexample,
    List<Step> path) {
  public Finding {
    path = List.copyOf(path);
    environments = List.copyOf(environments);
    grounds = List.copyOf(grounds);
  }

  /** A finding for which no schedule was looked for. */
  public Finding(
      String rule,
      ChecklistItem item,
      Severity severity,
      Confidence confidence,
      String component,
      String subject,
      String what,
      String because,
      String fix,
      List<Environment> environments,
      List<Ground> grounds,
      String fingerprint) {
    this(
        rule,
        item,
        severity,
        confidence,
        component,
        subject,
        what,
        because,
        fix,
        environments,
        grounds,
        fingerprint,
        Optional.empty(),
        List.of());
  }

  /** This finding with its fingerprint. */
  Finding marked(String hash) {
    return new Finding(
        rule,
        item,
        severity,
        confidence,
        component,
        subject,
        what,
        because,
        fix,
        environments,
        grounds,
        hash,
        counterexample,
        path);
  }

  /** A finding that is no matter of code. */
  public Finding(
      String rule,
      ChecklistItem item,
      Severity severity,
      Confidence confidence,
      String component,
      String subject,
      String what,
      String because,
      String fix,
      List<Environment> environments,
      List<Ground> grounds,
      String fingerprint,
      Optional<Counterexample> counterexample) {
    this(
        rule,
        item,
        severity,
        confidence,
        component,
        subject,
        what,
        because,
        fix,
        environments,
        grounds,
        fingerprint,
        counterexample,
        List.of());
  }

  /** This finding, and how it goes wrong. */
  public Finding shownBy(Counterexample schedule) {
    return new Finding(
        rule,
        item,
        severity,
        confidence,
        component,
        subject,
        what,
        because,
        fix,
        environments,
        grounds,
        fingerprint,
        Optional.of(schedule),
        path);
  }

  /** Where the facts behind it stand, each place once; the first is where it is shown. */
  public List<Place> places() {
    return grounds.stream().flatMap(ground -> ground.origin().place().stream()).distinct().toList();
  }
}
