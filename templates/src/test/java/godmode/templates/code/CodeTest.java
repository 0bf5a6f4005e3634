package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What is generated compiles without a warning, passes its tests, and fails them when crippled. */
class CodeTest {
  @ParameterizedTest
  @EnumSource(names = {"JAVA", "SPRING"})
  void every_pattern_passes_the_tests_that_come_with_it(Flavour flavour, @TempDir Path folder)
      throws Exception {
    List<Code.SourceFile> files = new ArrayList<>();
    for (Pattern pattern : Patterns.in(flavour)) {
      files.addAll(Code.in("com.example", 3).of(pattern, flavour));
    }
    Path classes = compiled(folder, files);
    for (Pattern pattern : Patterns.in(flavour)) {
      TestExecutionSummary summary = run(classes, "com.example", pattern, tests(pattern, flavour));
      StringWriter failures = new StringWriter();
      summary.printFailuresTo(new PrintWriter(failures));
      assertThat(failures.toString()).as(pattern.name()).isEmpty();
      assertThat(summary.getTestsSucceededCount()).as(pattern.name()).isGreaterThanOrEqualTo(3);
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(flavour == Flavour.JAVA ? 30 : 20);
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVA", "SPRING"})
  void without_any_of_its_mechanisms_a_pattern_fails_its_tests(
      Flavour flavour, @TempDir Path folder) throws Exception {
    Installed.once();
    List<Mutant> mutants = new ArrayList<>();
    List<Code.SourceFile> files = new ArrayList<>();
    for (Pattern pattern : Patterns.in(flavour)) {
      for (String mechanism : Mechanisms.in(pattern, flavour)) {
        Mutant mutant = new Mutant("mutant" + mutants.size(), pattern, mechanism);
        files.addAll(new Code(mutant.packageName(), 3, Set.of(mechanism)).of(pattern, flavour));
        mutants.add(mutant);
      }
    }
    Path classes = compiled(folder, files);
    assertThat(
            onEveryCore(
                mutants, each -> allPass(classes, each.packageName(), each.pattern(), flavour)))
        .as("mechanisms that no generated test is for")
        .isEmpty();
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(flavour == Flavour.JAVA ? 35 : 30);
  }

  @Test
  void templates_leave_no_trace_of_how_they_were_filled() {
    for (Pattern pattern : Patterns.in(Flavour.JAVA)) {
      for (Code.SourceFile file : Code.in("com.example", 3).of(pattern, Flavour.JAVA)) {
        assertThat(file.path()).startsWith("src/").contains("/com/example/");
        assertThat(file.text()).doesNotContain("${", "<#").endsWith("\n");
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

  /** As strict as a build can be; the tests need JUnit on the class path and nothing else. */
  private static Path compiled(Path folder, List<Code.SourceFile> files) throws IOException {
    List<Path> sources = new ArrayList<>();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    if (files.isEmpty()) {
      return classes;
    }
    for (Code.SourceFile file : files) {
      boolean source = file.path().endsWith(".java");
      Path path =
          source
              ? folder.resolve(file.path())
              : classes.resolve(file.path().replaceFirst("src/(main|test)/resources/", ""));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
      if (source) {
        sources.add(path);
      }
    }
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

  private static List<String> tests(Pattern pattern, Flavour flavour) {
    return pattern.in(flavour).files().stream()
        .filter(flavour::isTest)
        .map(file -> file.replace(".java", ""))
        .toList();
  }

  /** One class of tests after the other, until something fails: long ones stand last. */
  private static boolean allPass(Path classes, String packageName, Pattern pattern, Flavour flavour)
      throws Exception {
    for (String test : tests(pattern, flavour)) {
      if (run(classes, packageName, pattern, List.of(test)).getTestsFailedCount() > 0) {
        return false;
      }
    }
    return true;
  }

  /** A pattern without one of its mechanisms, in a package of its own. */
  private record Mutant(String packageName, Pattern pattern, String mechanism) {
    @Override
    public String toString() {
      return pattern.name() + ": " + mechanism;
    }
  }

  /** What is asked of a mutant. */
  private interface Question {
    boolean about(Mutant mutant) throws Exception;
  }

  /** Those of which it is so. Tests of one mutant know nothing of those of another. */
  private static List<Mutant> onEveryCore(List<Mutant> mutants, Question question)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      mutants.forEach(each -> answers.add(pool.submit(() -> question.about(each))));
      List<Mutant> found = new ArrayList<>();
      for (int i = 0; i < mutants.size(); i++) {
        if (answers.get(i).get()) {
          found.add(mutants.get(i));
        }
      }
      return found;
    } finally {
      pool.shutdownNow();
    }
  }

  private static TestExecutionSummary run(
      Path classes, String packageName, Pattern pattern, List<String> types) throws Exception {
    ClassLoader ours = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, CodeTest.class.getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader); // resources are found by this one
      List<DiscoverySelector> tests = new ArrayList<>();
      for (String type : types) {
        tests.add(selectClass(loader.loadClass(packageName + "." + type)));
      }
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(tests)
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
      assertThat(summary.getTestsFoundCount()).as(pattern.name()).isPositive();
      return summary;
    } finally {
      Thread.currentThread().setContextClassLoader(ours);
    }
  }
}
