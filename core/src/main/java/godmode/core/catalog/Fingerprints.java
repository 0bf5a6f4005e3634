package godmode.core.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What gives a technology away. In every pattern {@code *} stands for any text; in images and API
 * groups it does not cross a slash.
 *
 * @param images repositories without registry host, tag and digest; {@code library/} is left out
 * @param bareImages last segments that identify the image when the owner is not known
 * @param weakImages repositories that only look like it, mostly names people give their own builds
 * @param ports default ports; never enough to tell a technology
 * @param dependencies packages a client depends on
 * @param serverDependencies packages that turn the application itself into the technology
 * @param configurationKeys keys of applications that use it; {@code key=value} needs that value
 * @param serverConfigurationKeys keys of its own configuration files
 * @param serverEnvironment variables only the technology itself is given
 * @param weakServerEnvironment variables mostly given to the technology, but to its clients, too
 * @param clientEnvironment variables only its clients are given
 * @param environment variables both are given
 * @param urlSchemes beginnings of an address
 * @param files names of its own configuration files
 * @param weakFiles names that others use, too
 * @param javaImports package prefixes, with the last dot
 * @param serverAnnotations simple names that turn a Java application into the technology
 * @param clientAnnotations simple names that use it
 */
public record Fingerprints(
    List<String> images,
    List<String> bareImages,
    List<String> weakImages,
    List<Integer> ports,
    SortedMap<Ecosystem, List<String>> dependencies,
    SortedMap<Ecosystem, List<String>> serverDependencies,
    List<String> configurationKeys,
    List<String> serverConfigurationKeys,
    List<String> serverEnvironment,
    List<String> weakServerEnvironment,
    List<String> clientEnvironment,
    List<String> environment,
    List<String> urlSchemes,
    List<String> files,
    List<String> weakFiles,
    List<CustomResource> resources,
    List<String> javaImports,
    List<String> serverAnnotations,
    List<String> clientAnnotations) {
  public Fingerprints {
    images = List.copyOf(images);
    bareImages = List.copyOf(bareImages);
    weakImages = List.copyOf(weakImages);
    ports = List.copyOf(ports);
    dependencies = copy(dependencies);
    serverDependencies = copy(serverDependencies);
    configurationKeys = List.copyOf(configurationKeys);
    serverConfigurationKeys = List.copyOf(serverConfigurationKeys);
    serverEnvironment = List.copyOf(serverEnvironment);
    weakServerEnvironment = List.copyOf(weakServerEnvironment);
    clientEnvironment = List.copyOf(clientEnvironment);
    environment = List.copyOf(environment);
    urlSchemes = List.copyOf(urlSchemes);
    files = List.copyOf(files);
    weakFiles = List.copyOf(weakFiles);
    resources = List.copyOf(resources);
    javaImports = List.copyOf(javaImports);
    serverAnnotations = List.copyOf(serverAnnotations);
    clientAnnotations = List.copyOf(clientAnnotations);
  }

  private static SortedMap<Ecosystem, List<String>> copy(Map<Ecosystem, List<String>> map) {
    TreeMap<Ecosystem, List<String>> copy = new TreeMap<>();
    map.forEach((ecosystem, patterns) -> copy.put(ecosystem, List.copyOf(patterns)));
    return Collections.unmodifiableSortedMap(copy);
  }
}
