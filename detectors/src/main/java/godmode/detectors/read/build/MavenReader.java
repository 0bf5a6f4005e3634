package godmode.detectors.read.build;

import godmode.core.evidence.RepositorySnapshot;
import godmode.core.evidence.SourceFile;
import godmode.detectors.ProblemSink;
import godmode.detectors.read.xml.XmlElement;
import godmode.detectors.read.xml.XmlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads every pom.xml of a repository, and joins them with the parents that are in it. */
final class MavenReader {
  private final TreeMap<String, XmlElement> projects = new TreeMap<>();
  private final TreeMap<String, List<String>> byArtifact = new TreeMap<>();
  private final Map<String, MavenPom> poms = new HashMap<>();

  private MavenReader(RepositorySnapshot snapshot, ProblemSink problems) {
    for (SourceFile file : snapshot.files()) {
      if (file.name().equals("pom.xml") && !Folders.holdsNoModule(file.folder())) {
        XmlReader.read(file, problems)
            .filter(root -> root.name().equals("project"))
            .ifPresent(root -> projects.put(file.folder(), root));
      }
    }
    projects.forEach(
        (folder, root) ->
            byArtifact
                .computeIfAbsent(root.textAt("artifactId"), unused -> new ArrayList<>())
                .add(folder));
  }

  /** The modules, sorted by folder. */
  static List<BuildModule> read(RepositorySnapshot snapshot, ProblemSink problems) {
    MavenReader reader = new MavenReader(snapshot, problems);
    return reader.projects.keySet().stream()
        .map(folder -> reader.module(reader.pom(folder, new HashSet<>())))
        .toList();
  }

  private MavenPom pom(String folder, Set<String> children) {
    MavenPom known = poms.get(folder);
    if (known != null) {
      return known;
    }
    XmlElement project = Optional.ofNullable(projects.get(folder)).orElseThrow();
    children.add(folder);
    // A parent that is its own descendant is left out, so that the chain ends.
    Optional<MavenPom> parent =
        parentFolder(folder, project)
            .filter(found -> !children.contains(found))
            .map(found -> pom(found, children));
    MavenPom pom = new MavenPom(folder, project, parent);
    poms.put(folder, pom);
    return pom;
  }

  /** Where the parent stands: at the relative path if that is the one, else wherever it is. */
  private Optional<String> parentFolder(String folder, XmlElement project) {
    Optional<XmlElement> parent = project.child("parent");
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    String relative = parent.get().child("relativePath").map(XmlElement::text).orElse("../pom.xml");
    Optional<String> there =
        relative.isEmpty() ? Optional.empty() : Folders.resolve(folder, relative);
    there = there.map(MavenReader::withoutPom).filter(found -> is(found, parent.get()));
    if (there.isPresent()) {
      return there;
    }
    List<String> candidates =
        byArtifact.getOrDefault(parent.get().textAt("artifactId"), List.of()).stream()
            .filter(found -> !found.equals(folder) && is(found, parent.get()))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static String withoutPom(String path) {
    return path.equals("pom.xml")
        ? ""
        : path.endsWith("/pom.xml") ? path.substring(0, path.length() - 8) : path;
  }

  private boolean is(String folder, XmlElement parent) {
    XmlElement candidate = projects.get(folder);
    if (candidate == null || !candidate.textAt("artifactId").equals(parent.textAt("artifactId"))) {
      return false;
    }
    String group = candidate.textAt("groupId");
    group = group.isEmpty() ? candidate.textAt("parent/groupId") : group;
    return group.contains("${") || group.equals(parent.textAt("groupId"));
  }

  private BuildModule module(MavenPom pom) {
    List<Dependency> dependencies = new ArrayList<>(pom.dependencies(pom));
    List<Dependency> plugins = new ArrayList<>(pom.plugins(pom));
    for (MavenPom ancestor : pom.ancestors()) {
      addNew(dependencies, ancestor.dependencies(pom));
      addNew(plugins, ancestor.plugins(pom));
    }
    return new BuildModule(
        BuildTool.MAVEN,
        pom.folder(),
        pom.artifactId().isEmpty() ? Folders.last(pom.folder()) : pom.artifactId(),
        pom.artifactIdAt(),
        pom.packaging(),
        modules(pom),
        dependencies,
        plugins,
        Optional.empty(),
        pom.images());
  }

  /** What a child says about a dependency hides what its parents say. */
  private static void addNew(List<Dependency> own, List<Dependency> inherited) {
    for (Dependency candidate : inherited) {
      if (own.stream().noneMatch(seen -> seen.coordinate().equals(candidate.coordinate()))) {
        own.add(candidate);
      }
    }
  }

  private List<String> modules(MavenPom pom) {
    List<XmlElement> listed = new ArrayList<>(pom.project().all("modules/module"));
    listed.addAll(pom.project().all("profiles/profile/modules/module"));
    Set<String> found = new LinkedHashSet<>();
    for (XmlElement module : listed) {
      Folders.resolve(pom.folder(), pom.resolved(module.text()))
          .map(MavenReader::withoutPom)
          .filter(projects::containsKey)
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }
}
