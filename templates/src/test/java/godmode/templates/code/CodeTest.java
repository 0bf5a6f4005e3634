package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What is generated compiles without a warning, passes its tests, and fails them when crippled. */
class CodeTest {
  private static final java.util.regex.Pattern MECHANISM =
      java.util.regex.Pattern.compile("it\\.kept\\(\"([^\"]+)\"\\)");

  private static final List<Pattern> CLASSES =
      Pattern.ALL.stream().filter(pattern -> pattern.kind() == Pattern.Kind.JAVA).toList();

  @Test
  void every_pattern_passes_the_tests_that_come_with_it(@TempDir Path folder) throws Exception {
    Map<String, String> results = new TreeMap<>();
    List<Code.SourceFile> files = new ArrayList<>();
    for (Pattern pattern : CLASSES) {
      files.addAll(Code.in("com.example", 3).of(pattern, Language.JAVA));
    }
    Path classes = compiled(folder, files);
    for (Pattern pattern : CLASSES) {
      TestExecutionSummary summary = run(classes, "com.example." + pattern.file() + "Test");
      StringWriter failures = new StringWriter();
      summary.printFailuresTo(new java.io.PrintWriter(failures));
      assertThat(failures.toString()).as(pattern.name()).isEmpty();
      results.put(pattern.name(), summary.getTestsSucceededCount() + " tests");
    }
    assertThat(results.values()).allMatch(tests -> tests.matches("[4-9] tests"));
    assertThat(results).hasSize(CLASSES.size()).hasSizeGreaterThanOrEqualTo(13);
  }

  @Test
  void without_any_of_its_mechanisms_a_pattern_fails_its_tests(@TempDir Path folder)
      throws Exception {
    List<String> unnoticed = new ArrayList<>();
    Map<String, String> tests = new TreeMap<>();
    List<Code.SourceFile> files = new ArrayList<>();
    for (Pattern pattern : CLASSES) {
      for (String mechanism : mechanisms(pattern)) {
        String name = "mutant" + tests.size();
        files.addAll(new Code(name, 3, Set.of(mechanism)).of(pattern, Language.JAVA));
        tests.put(name + "." + pattern.file() + "Test", pattern.name() + ": " + mechanism);
      }
    }
    Path classes = compiled(folder, files);
    for (Map.Entry<String, String> mutant : tests.entrySet()) {
      if (run(classes, mutant.getKey()).getTestsFailedCount() == 0) {
        unnoticed.add(mutant.getValue());
      }
    }
    assertThat(unnoticed).as("mechanisms that no generated test is for").isEmpty();
    assertThat(tests).hasSizeGreaterThanOrEqualTo(35);
  }

  @Test
  void every_pattern_has_a_mechanism_that_can_be_left_out() throws IOException {
    for (Pattern pattern : CLASSES) {
      assertThat(mechanisms(pattern)).as(pattern.name()).isNotEmpty();
    }
  }

  @Test
  void templates_leave_no_trace_of_how_they_were_filled() {
    for (Pattern pattern : CLASSES) {
      for (Code.SourceFile file : Code.in("com.example", 3).of(pattern, Language.JAVA)) {
        assertThat(file.path()).startsWith("src/").contains("/java/com/example/");
        assertThat(file.text()).startsWith("package com.example;\n").doesNotContain("${", "<#");
        assertThat(file.text().lines()).allMatch(line -> line.length() <= 100);
      }
    }
  }

  @Test
  void names_that_are_no_packages_are_told_from_those_that_are() {
    assertThat(List.of("com.example", "a", "a1.b_2")).allMatch(Code::isPackage);
    assertThat(List.of("", "com.", "1a", "com.class", "a-b", "../x", "a b"))
        .noneMatch(Code::isPackage);
  }

  @Test
  void an_even_cluster_is_none() {
    assertThat(List.of(3, 5, 7)).allMatch(Code::isMembership);
    assertThat(List.of(-1, 0, 1, 2, 4, 6, 8, 9)).noneMatch(Code::isMembership);
  }

  private static Set<String> mechanisms(Pattern pattern) throws IOException {
    return mechanisms("java/" + pattern.file() + ".java.ftl");
  }

  static Set<String> mechanisms(String template) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    try (InputStream in = Code.class.getResourceAsStream(template)) {
      Matcher match = MECHANISM.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (match.find()) {
        found.add(match.group(1));
      }
    }
    return found;
  }

  /** As strict as a build can be; the tests need JUnit on the class path and nothing else. */
  private static Path compiled(Path folder, List<Code.SourceFile> files) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Code.SourceFile file : files) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      sources.add(Files.writeString(path, file.text()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean succeeded =
          compiler
              .getTask(
                  told,
                  manager,
                  null,
                  List.of(
                      "-Xlint:all,-path,-classfile",
                      "-Werror",
                      "-proc:none",
                      "--release",
                      "17",
                      "-d",
                      classes.toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(told.toString()).isEmpty();
      assertThat(succeeded).isTrue();
    }
    return classes;
  }

  private static TestExecutionSummary run(Path classes, String test) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, CodeTest.class.getClassLoader())) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(loader.loadClass(test)))
              .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create(
              LauncherConfig.builder()
                  .enableLauncherDiscoveryListenerAutoRegistration(false)
                  .enableLauncherSessionListenerAutoRegistration(false)
                  .enableTestExecutionListenerAutoRegistration(false)
                  .build())
          .execute(request, listener);
      TestExecutionSummary summary = listener.getSummary();
      assertThat(summary.getTestsFoundCount()).as(test).isPositive();
      return summary;
    }
  }
}
