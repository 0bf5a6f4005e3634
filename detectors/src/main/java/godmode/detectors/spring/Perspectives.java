package godmode.detectors.spring;

import godmode.core.evidence.Environment;
import godmode.detectors.Units;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringApplication.Activation;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every startable Spring application in every environment that configures it differently. */
final class Perspectives {
  private Perspectives() {}

  /** Sorted by folder, the default environment first, then by profile. */
  static List<Perspective> of(Units units) {
    Modules modules = Modules.of(units);
    Deployments deployments = Deployments.of(units, modules);
    List<Perspective> found = new ArrayList<>();
    for (SpringApplication application : units.of(SpringApplication.class)) {
      modules
          .in(application.folder())
          .filter(module -> modules.isStartable(module.folder()))
          .ifPresent(module -> found.addAll(of(application, module, deployments)));
    }
    return found;
  }

  private static List<Perspective> of(
      SpringApplication application, Module module, Deployments deployments) {
    List<Perspective> found = new ArrayList<>();
    List<Environment> seen = new ArrayList<>();
    List<String> deployed = new ArrayList<>();
    for (Deployments.Deployment deployment : deployments.of(module)) {
      if (!seen.contains(deployment.environment())) {
        SpringConfiguration view = application.view(deployment.activation());
        found.add(new Perspective(module, deployment.environment(), view, Optional.empty()));
        seen.add(deployment.environment());
        deployed.addAll(view.profiles());
      }
    }
    SpringConfiguration base =
        found.stream()
            .filter(perspective -> perspective.environment().equals(Environment.DEFAULT))
            .findFirst()
            .map(Perspective::configuration)
            .orElseGet(() -> application.view(Activation.NONE));
    if (!seen.contains(Environment.DEFAULT)) {
      found.add(0, new Perspective(module, Environment.DEFAULT, base, Optional.empty()));
      deployed.addAll(base.profiles());
    }
    for (String profile : application.profiles()) {
      Environment environment = Environment.named(profile);
      if (!deployed.contains(profile)
          && !profile.equals("native")
          && !seen.contains(environment)
          && !environment.equals(Environment.DEFAULT)) {
        found.add(
            new Perspective(
                module, environment, application.view(Activation.of(profile)), Optional.of(base)));
      }
    }
    return found;
  }
}
