package godmode.engine.lab;

import godmode.engine.UserError;
import godmode.record.Wording;
import godmode.simulate.fault.FaultMix;
import godmode.simulate.lab.Card;
import godmode.simulate.lab.Knob;
import godmode.simulate.lab.Place;
import godmode.simulate.lab.Plan;
import godmode.simulate.network.Latency;
import godmode.simulate.network.Rates;
import godmode.simulate.network.Sites;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a plan of what somebody asked for, and refuses what cannot be. */
final class PlanReader {
  static final int NODES_MAX = 63;

  private static final int CLIENTS_MAX = 100;
  private static final List<String> OF_THE_RUN =
      List.of(
          "clients",
          "duration",
          "latency",
          "jitter",
          "loss",
          "duplication",
          "reordering",
          "in-order",
          "fault-every",
          "fault-lasts");

  private final Card card;
  private final LabRequest request;

  PlanReader(Card card, LabRequest request) {
    this.card = card;
    this.request = request;
  }

  /** A plan, and what to say about its network. */
  record Read(Plan plan, List<String> network) {}

  Read read() throws IOException {
    Plan plan = Plan.of(1);
    for (Map.Entry<String, String> number : request.with().entrySet()) {
      plan = with(plan, number.getKey(), number.getValue());
    }
    List<String> network = new ArrayList<>();
    plan = plan.at(place(network));
    FaultMix mix =
        new FaultMix(
            FaultWords.sources(request.faults(), card, plan.place().sites().names().size()),
            plan.faults().every(),
            plan.faults().lasts());
    plan = plan.under(mix);
    return new Read(mutant().map(plan::lacking).orElse(plan), network);
  }

  private Optional<String> said(String key) {
    return Optional.ofNullable(request.with().get(key));
  }

  private Place place(List<String> network) throws IOException {
    LabRequest.Where where = request.where();
    Latency near =
        said("latency").map(text -> Quantity.latency("--latency", text)).orElse(Plan.NEAR);
    Optional<Integer> jitter = said("jitter").map(text -> Quantity.share("--jitter", text));
    if (where.sites().isEmpty()) {
      if (where.matrix().isPresent() || jitter.isPresent()) {
        throw new UserError(
            (jitter.isPresent() ? "--jitter" : "--matrix")
                + " is about several sites; name them with --sites eu=2,us=2,ap=1");
      }
      int nodes = where.nodes().orElse(LabRequest.NODES);
      return new Place(names(nodes), Collections.nCopies(nodes, 0), Sites.one(near));
    }
    Map<String, Integer> sites = SitesText.read(where.sites().get(), NODES_MAX);
    int servers = sites.values().stream().mapToInt(Integer::intValue).sum();
    if (where.nodes().filter(nodes -> nodes != servers).isPresent() || servers > NODES_MAX) {
      throw new UserError(
          "--sites "
              + where.sites().get()
              + " has "
              + servers
              + " servers, "
              + where.nodes().map(nodes -> "and --nodes is " + nodes + "; leave out one").orElse("")
              + (servers > NODES_MAX ? "and there can be " + NODES_MAX : ""));
    }
    RoundTrips matrix = matrix(where, sites, jitter);
    network.add("round-trips=" + matrix.name());
    return SitesText.place(sites, where.names(), matrix, near);
  }

  private static RoundTrips matrix(
      LabRequest.Where where, Map<String, Integer> sites, Optional<Integer> jitter)
      throws IOException {
    if (where.roundTrip().isPresent() && where.matrix().isEmpty()) {
      return RoundTrips.equal(sites.keySet(), where.roundTrip().get(), jitter);
    }
    return RoundTrips.named(where.matrix().orElse(RoundTrips.PUBLISHED.get(0)), jitter);
  }

  private List<String> names(int nodes) {
    if (nodes < 1 || nodes > NODES_MAX) {
      throw new UserError("--nodes " + nodes + ": write a whole number from 1 to " + NODES_MAX);
    }
    return request.where().names().isEmpty() ? Plan.of(nodes).names() : request.where().names();
  }

  private Plan with(Plan plan, String key, String text) {
    String name = "--" + (OF_THE_RUN.contains(key) ? "" : "with ") + key;
    Rates rates = plan.rates();
    FaultMix faults = plan.faults();
    return switch (key) {
      case "clients" -> plan.lasting(clients(name, text), plan.duration());
      case "duration" -> plan.lasting(plan.clients(), Quantity.positive(name, text));
      case "latency", "jitter" -> plan;
      case "loss" ->
          plan.losing(Quantity.share(name, text), rates.duplication(), rates.reordering());
      case "duplication" ->
          plan.losing(rates.loss(), Quantity.share(name, text), rates.reordering());
      case "reordering" ->
          plan.losing(rates.loss(), rates.duplication(), Quantity.share(name, text));
      case "in-order" ->
          plan.over(
              new Rates(
                  rates.loss(),
                  rates.duplication(),
                  rates.reordering(),
                  Quantity.flag(name, text)));
      case "fault-every" ->
          plan.under(new FaultMix(List.of(), Quantity.positive(name, text), faults.lasts()));
      case "fault-lasts" ->
          plan.under(new FaultMix(List.of(), faults.every(), Quantity.positive(name, text)));
      default -> plan.with(key, number(name, key, text));
    };
  }

  private int clients(String name, String text) {
    if (!card.others().clients()) {
      throw new UserError(name + " is '" + text + "'; " + card.name() + " has no clients");
    }
    return Quantity.number(name, text, 1, CLIENTS_MAX);
  }

  private long number(String name, String key, String text) {
    Knob knob =
        card.knobs().stream()
            .filter(known -> known.name().equals(key))
            .findFirst()
            .orElseThrow(
                () -> {
                  List<String> all = new ArrayList<>(OF_THE_RUN);
                  if (!card.others().clients()) {
                    all.remove("clients");
                  }
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
      case FLAG -> Quantity.flag(name, text) ? 1 : 0;
      case CHOICE -> {
        if (!knob.choices().contains(text)) {
          throw new UserError(
              name + " is '" + text + "'; write one of " + String.join(", ", knob.choices()));
        }
        yield knob.choices().indexOf(text);
      }
    };
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
