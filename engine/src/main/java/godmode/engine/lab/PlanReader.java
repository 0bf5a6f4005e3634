package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.Wording;
import godmode.simulate.fault.FaultKind;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Plan;
import godmode.simulate.network.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a plan of what somebody asked for, and refuses what cannot be. */
final class PlanReader {
  private static final int NODES_MAX = 63;
  private static final int CLIENTS_MAX = 100;
  private static final List<String> OF_THE_RUN =
      List.of(
          "clients",
          "duration",
          "latency",
          "loss",
          "duplication",
          "reordering",
          "fault-every",
          "fault-lasts");

  private final Card card;
  private final LabRequest request;

  PlanReader(Card card, LabRequest request) {
    this.card = card;
    this.request = request;
  }

  Plan plan() {
    int nodes = request.nodes().orElse(LabRequest.NODES);
    if (nodes < 1 || nodes > NODES_MAX) {
      throw new UserError("--nodes " + nodes + ": write a whole number from 1 to " + NODES_MAX);
    }
    Plan plan = Plan.of(nodes);
    if (!request.names().isEmpty()) {
      plan = plan.named(request.names());
    }
    for (Map.Entry<String, String> number : request.with().entrySet()) {
      plan = with(plan, "--with " + number.getKey(), number.getKey(), number.getValue());
    }
    List<FaultKind> kinds = kinds();
    plan = plan.under(kinds, plan.faultEvery(), plan.faultLasts());
    return mutant().map(plan::lacking).orElse(plan);
  }

  private Plan with(Plan plan, String name, String key, String text) {
    return switch (key) {
      case "clients" -> plan.lasting(Quantity.number(name, text, 1, CLIENTS_MAX), plan.duration());
      case "duration" -> plan.lasting(plan.clients(), Quantity.positive(name, text));
      case "latency" -> plan.across(plan.siteOf(), latency(name, text));
      case "loss" -> plan.losing(Quantity.share(name, text), plan.duplication(), plan.reordering());
      case "duplication" -> plan.losing(plan.loss(), Quantity.share(name, text), plan.reordering());
      case "reordering" -> plan.losing(plan.loss(), plan.duplication(), Quantity.share(name, text));
      case "fault-every" ->
          plan.under(plan.kinds(), Quantity.positive(name, text), plan.faultLasts());
      case "fault-lasts" ->
          plan.under(plan.kinds(), plan.faultEvery(), Quantity.positive(name, text));
      default -> plan.with(key, number(name, key, text));
    };
  }

  private static List<List<Latency>> latency(String name, String text) {
    return List.of(List.of(Quantity.latency(name, text)));
  }

  private long number(String name, String key, String text) {
    Knob knob =
        card.knobs().stream()
            .filter(known -> known.name().equals(key))
            .findFirst()
            .orElseThrow(
                () -> {
                  List<String> all = new ArrayList<>(OF_THE_RUN);
                  card.knobs().forEach(known -> all.add(known.name()));
                  return new UserError(
                      card.name()
                          + " has no number "
                          + Wording.quote(key)
                          + "; it has "
                          + String.join(", ", all));
                });
    return switch (knob.kind()) {
      case TIME -> Quantity.time(name, text);
      case COUNT -> Quantity.number(name, text, 0, 100_000_000);
      case FLAG -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw new UserError(name + " is '" + text + "'; write true or false");
        }
        yield text.equals("true") ? 1 : 0;
      }
      case CHOICE -> {
        if (!knob.choices().contains(text)) {
          throw new UserError(
              name + " is '" + text + "'; write one of " + String.join(", ", knob.choices()));
        }
        yield knob.choices().indexOf(text);
      }
    };
  }

  private List<FaultKind> kinds() {
    List<FaultKind> kinds = new ArrayList<>();
    for (String word : request.faults()) {
      if (word.equals("all")) {
        kinds.addAll(card.withstands());
        continue;
      }
      kinds.add(
          Arrays.stream(FaultKind.values())
              .filter(kind -> word(kind).equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          "--faults: there is no fault "
                              + Wording.quote(word)
                              + "; there are "
                              + String.join(
                                  ", ",
                                  Arrays.stream(FaultKind.values()).map(PlanReader::word).toList())
                              + ", and all for those that "
                              + card.name()
                              + " withstands")));
    }
    return kinds.stream().distinct().toList();
  }

  static String word(FaultKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> mutant() {
    Optional<String> asked = request.mutant();
    if (asked.isPresent() && !card.mutants().containsKey(asked.get())) {
      throw new UserError(
          card.name()
              + " has no mutant "
              + Wording.quote(asked.get())
              + "; it has "
              + String.join(", ", card.mutants().keySet()));
    }
    return asked;
  }
}
