package godmode.detectors.kubernetes;

import godmode.detectors.Units;
import godmode.detectors.modules.Deployments;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.ModuleNames;
import godmode.detectors.modules.Modules;
import godmode.detectors.read.properties.Property;
import godmode.detectors.read.spring.SpringApplication;
import godmode.detectors.read.spring.SpringConfiguration;
import godmode.detectors.read.yaml.Located;
import godmode.detectors.settings.WrittenSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Spring configuration of the modules that workloads run, with the profiles they are given. */
final class ConfiguredApplications {
  private static final Pattern WEB =
      Pattern.compile(".*(starter-web|starter-webflux|starter-jersey|gateway|eureka-server).*");

  private static final Pattern PORT = Pattern.compile("\\d{2,5}");

  private final ModuleNames names;
  private final Modules modules;
  private final List<SpringApplication> applications;

  private ConfiguredApplications(
      ModuleNames names, Modules modules, List<SpringApplication> applications) {
    this.names = names;
    this.modules = modules;
    this.applications = applications;
  }

  static ConfiguredApplications of(Units units) {
    Modules modules = Modules.of(units);
    return new ConfiguredApplications(
        ModuleNames.of(modules, units), modules, units.of(SpringApplication.class));
  }

  /**
   * What a workload is given, and what its application has besides. What whole ConfigMaps and
   * Secrets override is not known; of an application that is given one, only variables count.
   */
  List<WrittenSetting> settings(Workload workload, List<WrittenSetting> variables) {
    List<WrittenSetting> found = new ArrayList<>(variables);
    if (workload.container().at("envFrom").isEmpty()) {
      for (Property property :
          view(workload).map(SpringConfiguration::settings).orElse(List.of())) {
        Located value = property.value();
        if (value.isScalar()) {
          found.add(new WrittenSetting(property.key(), value.written(), value.place()));
        }
      }
    }
    return found;
  }

  /**
   * The port of a web application, where its own configuration says it and nothing overrides it.
   */
  Optional<WrittenSetting> port(Workload workload, Cluster cluster) {
    boolean overridden =
        Variables.all(workload, cluster).stream()
            .anyMatch(setting -> setting.key().toLowerCase(Locale.ROOT).contains("port"));
    boolean sealed = workload.container().at("envFrom").isEmpty() && !overridden;
    return module(workload)
        .filter(module -> sealed && module.dependsOn(WEB))
        .flatMap(module -> view(workload))
        .flatMap(view -> view.get("server.port"))
        .filter(port -> port.isScalar() && PORT.matcher(port.written()).matches())
        .map(port -> new WrittenSetting("server.port", port.written(), port.place()));
  }

  private Optional<Module> module(Workload workload) {
    return names
        .owner(workload.name())
        .or(() -> names.owner(Images.baseName(workload.image())))
        .flatMap(id -> modules.startable().stream().filter(one -> one.id().equals(id)).findFirst());
  }

  private Optional<SpringConfiguration> view(Workload workload) {
    return module(workload)
        .flatMap(
            module ->
                applications.stream()
                    .filter(application -> application.folder().equals(module.folder()))
                    .findFirst())
        .map(application -> application.view(Deployments.activation(workload.container())));
  }
}
