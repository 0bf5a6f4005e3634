package godmode.samples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import godmode.core.review.Rule;
import godmode.core.review.Rules;
import godmode.simulate.witness.WitnessFinder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom, and which library lives where; the table is in docs/decisions/0001. */
class HouseTest {
  private static final Map<String, List<String>> MODULES = new LinkedHashMap<>();
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  private static JavaClasses house;

  static {
    MODULES.put("core", List.of());
    MODULES.put("catalog", List.of("core"));
    MODULES.put("record", List.of("core"));
    MODULES.put("detectors", List.of("core"));
    MODULES.put("rules", List.of("core"));
    MODULES.put("simulate", List.of("core"));
    MODULES.put("templates", List.of("core"));
    MODULES.put(
        "engine",
        List.of("core", "catalog", "record", "detectors", "rules", "simulate", "templates"));
    MODULES.put("cli", List.of("core", "engine", "templates"));

    LIBRARIES.put("com.fasterxml.jackson.core", List.of("catalog", "templates"));
    LIBRARIES.put("com.fasterxml.jackson.databind", List.of("catalog"));
    LIBRARIES.put("com.fasterxml.jackson.dataformat", List.of("catalog"));
    LIBRARIES.put("com.github.javaparser", List.of("detectors"));
    LIBRARIES.put("freemarker", List.of("templates"));
    LIBRARIES.put("org.eclipse.elk", List.of("templates.html"));
    LIBRARIES.put("org.eclipse.jgit", List.of("engine"));
    LIBRARIES.put("org.jline", List.of("cli"));
    LIBRARIES.put("org.yaml.snakeyaml", List.of("record", "detectors.read"));
    LIBRARIES.put("picocli", List.of("cli"));
  }

  @BeforeAll
  static void read_every_class_of_the_house() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("godmode");
  }

  @Test
  void the_sweeps_below_see_the_whole_house() {
    assertThat(house.size()).isGreaterThan(200);
    for (String module : MODULES.keySet()) {
      assertThat(house.stream().filter(inside(module)).count())
          .as("classes in %s", module)
          .isPositive();
    }
  }

  @Test
  void modules_import_only_what_the_table_allows() {
    for (Map.Entry<String, List<String>> module : MODULES.entrySet()) {
      List<String> forbidden = new ArrayList<>(MODULES.keySet());
      forbidden.removeAll(module.getValue());
      forbidden.remove(module.getKey());
      for (String other : forbidden) {
        noClasses()
            .that(inside(module.getKey()))
            .should()
            .dependOnClassesThat(inside(other))
            .check(house);
      }
    }
  }

  @Test
  void each_library_stays_in_its_module() {
    for (Map.Entry<String, List<String>> library : LIBRARIES.entrySet()) {
      String[] homes =
          library.getValue().stream().map(home -> "godmode." + home + "..").toArray(String[]::new);
      noClasses()
          .that()
          .resideOutsideOfPackages(homes)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library.getKey() + "..")
          .check(house);
    }
  }

  @Test
  void core_rests_on_the_jdk_alone() {
    classes()
        .that(inside("core"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("godmode.core..", "java..", "org.jspecify..")
        .check(house);
  }

  @Test
  void packages_form_no_cycles() {
    slices().matching("godmode.(core.*)").should().beFreeOfCycles().check(house);
    slices().matching("godmode.(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void core_and_rules_know_no_clock_no_chance_and_no_threads() {
    noClasses()
        .that(inside("core").or(inside("rules")).or(inside("simulate")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .check(house);
  }

  @Test
  void only_the_door_touches_the_standard_streams_or_ends_the_process() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("godmode.cli.Godmode")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(house);
  }

  @Test
  void every_package_is_null_marked() {
    List<String> packages = new ArrayList<>();
    for (JavaPackage found : house.getPackage("godmode").getSubpackagesInTree()) {
      if (!found.getClasses().isEmpty()) {
        assertThat(found.isAnnotatedWith(NullMarked.class)).as(found.getName()).isTrue();
        packages.add(found.getName());
      }
    }
    assertThat(packages).hasSizeGreaterThan(15);
  }

  @Test
  void names_say_what_a_class_is() {
    List<String> vague =
        List.of(
            "Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Handler", "Data", "Info");
    classes()
        .that()
        .areTopLevelClasses()
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.not(
                com.tngtech.archunit.lang.conditions.ArchConditions.have(
                    DescribedPredicate.describe(
                        "a name ending in one of " + vague,
                        (JavaClass type) ->
                            vague.stream().anyMatch(type.getSimpleName()::endsWith)))))
        .check(house);
  }

  private static DescribedPredicate<JavaClass> inside(String module) {
    return JavaClass.Predicates.resideInAPackage("godmode." + module + "..")
        .as("classes of " + module);
  }

  /** A rule without a model says on its page whose schedule shows it, or why none does. */
  @Test
  void every_rule_has_a_model_or_its_page_says_why_no_schedule_shows_it() throws IOException {
    List<String> modelled = WitnessFinder.onClassPath().rules();
    List<String> silent = new ArrayList<>();
    int rules = 0;
    for (Rule rule : Rules.onClassPath()) {
      rules++;
      boolean said = Rules.page(rule).orElse("").contains("chedule");
      if (!modelled.contains(Rules.name(rule)) && !said) {
        silent.add(Rules.name(rule));
      }
    }
    assertThat(rules).isGreaterThan(40);
    assertThat(modelled).hasSizeGreaterThan(15);
    assertThat(silent).as("no model, and no word on the page about a schedule").isEmpty();
  }
}
