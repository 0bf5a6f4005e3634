package godmode.simulate.lab;

import godmode.simulate.fault.FaultKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a protocol before it runs.
 *
 * @param name what it is called on the command line: {@code raft}
 * @param about what it is, as a phrase
 * @param others who takes part besides the servers
 * @param properties what is checked in every run, each as a phrase
 * @param lacks what can be left out to see what it is for
 * @param knobs its numbers
 * @param withstands kinds of faults that it promises to survive
 */
public record Card(
    String name,
    String about,
    Others others,
    List<String> properties,
    List<Mutant> lacks,
    List<Knob> knobs,
    List<FaultKind> withstands) {
  public Card {
    properties = List.copyOf(properties);
    lacks = List.copyOf(lacks);
    knobs = List.copyOf(knobs);
    withstands = List.copyOf(withstands);
  }

  /** A protocol with one thing missing: its name, and what it does without it. */
  public record Mutant(String name, String about) {}

  /** Every kind of fault but these. */
  public static List<FaultKind> allBut(FaultKind... kinds) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> !Arrays.asList(kinds).contains(kind))
        .toList();
  }

  /** Mutants by name, and what each does. */
  public Map<String, String> mutants() {
    Map<String, String> all = new LinkedHashMap<>();
    lacks.forEach(mutant -> all.put(mutant.name(), mutant.about()));
    return all;
  }

  /** The number of that name; there is one. */
  public Knob knob(String number) {
    return knobs.stream()
        .filter(knob -> knob.name().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no number " + number));
  }
}
