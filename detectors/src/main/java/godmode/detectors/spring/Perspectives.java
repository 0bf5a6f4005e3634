package godmode.detectors.spring;

import godmode.core.evidence.Environment;
import godmode.detectors.Units;
import godmode.detectors.modules.Deployments;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringApplication.Activation;
import godmode.detectors.read.spring.SpringConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every startable Spring application in every environment that configures it differently. */
final class Perspectives {
  private static final Pattern SPRING = Pattern.compile("org\\.springframework\\.(boot|cloud):.*");

  private Perspectives() {}

  /** Sorted by folder, the default environment first, then by profile. */
  static List<Perspective> of(Units units) {
    return units.derived(Perspective.class, () -> find(units));
  }

  private static List<Perspective> find(Units units) {
    Modules modules = Modules.of(units);
    Deployments deployments = Deployments.of(units, modules);
    List<Perspective> found = new ArrayList<>();
    Map<String, SpringApplication> applications = new HashMap<>();
    units
        .of(SpringApplication.class)
        .forEach(application -> applications.put(application.folder(), application));
    for (Module module : modules.startable()) {
      SpringApplication application = applications.get(module.folder());
      if (application != null) {
        found.addAll(of(application, module, deployments));
      } else if (module.dependsOn(SPRING)) {
        SpringApplication bare = SpringApplication.withoutFiles(module.folder());
        found.addAll(of(bare, module, deployments));
      }
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
