package godmode.detectors.flows;

import godmode.core.evidence.Claim;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.FlowKind;
import godmode.core.evidence.Platform;
import godmode.core.evidence.Said;
import godmode.core.evidence.Step;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.java.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the detectors of this package put the flows they trace, and who runs them. */
final class FlowSink {
  private static final int STEPS_MAX = 20;

  private final EvidenceSink sink;
  private final String detector;
  private final Owners owners;

  private FlowSink(EvidenceSink sink, String detector, Owners owners) {
    this.sink = sink;
    this.detector = detector;
    this.owners = owners;
  }

  static FlowSink of(Units units, EvidenceSink sink, String detector) {
    Owners owners = units.derived(Owners.class, () -> List.of(new Owners(units))).get(0);
    return new FlowSink(sink, detector, owners);
  }

  /** Who runs the code of each module. */
  private static final class Owners {
    private final Map<String, List<String>> byFolder = new HashMap<>();

    Owners(Units units) {
      Modules modules = Modules.of(units);
      for (Module module : modules.startable()) {
        add(module.folder(), module);
        modules.librariesOf(module).forEach(library -> add(library.folder(), module));
      }
    }

    private void add(String folder, Module by) {
      byFolder.computeIfAbsent(folder, unused -> new ArrayList<>()).add(by.id());
    }

    /** A library of several services belongs to none of them. */
    String of(String folder) {
      List<String> found = Optional.ofNullable(byFolder.get(folder)).orElse(List.of());
      return found.size() == 1 ? found.get(0) : Module.id(folder);
    }
  }

  /** Takes a flow; more steps than a person reads are left out. */
  void flow(JavaType type, String name, FlowKind kind, List<Step> steps, List<Said<?>> properties) {
    flow(type.folder(), name, kind, steps, properties);
  }

  /** Takes a flow that the configuration of a module makes. */
  void flow(String folder, String name, FlowKind kind, List<Step> steps, List<Said<?>> properties) {
    String owner = owners.of(folder);
    List<Step> shown = steps.stream().distinct().limit(STEPS_MAX).toList();
    sink.of(detector, new Evidence.Source(owner, Platform.APPLICATION, Environment.DEFAULT))
        .inferred(new Claim.FlowSeen(name, kind, owner, shown, properties), shown.get(0).at());
  }
}
