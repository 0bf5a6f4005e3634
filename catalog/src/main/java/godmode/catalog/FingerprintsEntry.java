package godmode.catalog;

import static godmode.catalog.Words.constant;
import static godmode.catalog.Words.list;
import static godmode.catalog.Words.provenance;
import static godmode.catalog.Words.required;

import godmode.core.catalog.CustomResource;
import godmode.core.catalog.Ecosystem;
import godmode.core.catalog.Fingerprints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code fingerprints} of a file, as they are written. */
record FingerprintsEntry(
    @Nullable List<String> images,
    @Nullable List<String> bareImages,
    @Nullable List<String> weakImages,
    @Nullable List<Integer> ports,
    @Nullable Map<String, List<String>> dependencies,
    @Nullable Map<String, List<String>> serverDependencies,
    @Nullable List<String> configurationKeys,
    @Nullable List<String> serverConfigurationKeys,
    @Nullable List<String> serverEnvironment,
    @Nullable List<String> weakServerEnvironment,
    @Nullable List<String> clientEnvironment,
    @Nullable List<String> environment,
    @Nullable List<String> urlSchemes,
    @Nullable List<String> files,
    @Nullable List<String> weakFiles,
    @Nullable List<Resource> resources,
    @Nullable List<String> javaImports,
    @Nullable List<String> serverAnnotations,
    @Nullable List<String> clientAnnotations) {

  record Resource(
      @Nullable String api,
      @Nullable String kind,
      @Nullable String members,
      @Nullable String membersStandard,
      @Nullable Map<String, String> paths,
      @Nullable String note,
      @Nullable List<String> source,
      @Nullable Boolean unverified,
      @Nullable String unverifiedPart) {

    CustomResource toResource() {
      return new CustomResource(
          required("api", api),
          required("kind", kind),
          Optional.ofNullable(members),
          Optional.ofNullable(membersStandard),
          paths == null ? new TreeMap<>() : new TreeMap<>(paths),
          Optional.ofNullable(note),
          provenance(source, unverified, unverifiedPart));
    }
  }

  Fingerprints toFingerprints() {
    return new Fingerprints(
        list(images),
        list(bareImages),
        list(weakImages),
        list(ports),
        byEcosystem(dependencies),
        byEcosystem(serverDependencies),
        list(configurationKeys),
        list(serverConfigurationKeys),
        list(serverEnvironment),
        list(weakServerEnvironment),
        list(clientEnvironment),
        list(environment),
        list(urlSchemes),
        list(files),
        list(weakFiles),
        list(resources).stream().map(Resource::toResource).toList(),
        list(javaImports),
        list(serverAnnotations),
        list(clientAnnotations));
  }

  private static SortedMap<Ecosystem, List<String>> byEcosystem(
      @Nullable Map<String, List<String>> written) {
    SortedMap<Ecosystem, List<String>> sorted = new TreeMap<>();
    if (written != null) {
      written.forEach(
          (word, names) -> sorted.put(constant(Ecosystem.class, "dependencies", word), names));
    }
    return sorted;
  }
}
