package godmode.detectors.read.spring;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.fact.Place;
import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import godmode.detectors.read.spring.SpringApplication.Activation;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpringApplicationTest {
  private static final String RESOURCES = "src/main/resources/";

  private final MemorySnapshot files = new MemorySnapshot();
  private final List<ReadProblem> problems = new ArrayList<>();

  private List<SpringApplication> read() {
    return new SpringApplicationReader().read(files, problems::add);
  }

  private List<String> settings(Activation activation) {
    return settings("", activation);
  }

  private List<String> settings(String folder, Activation activation) {
    return read().stream()
        .filter(application -> application.folder().equals(folder))
        .flatMap(application -> application.view(activation).settings().stream())
        .map(
            setting ->
                setting.key()
                    + "="
                    + (setting.value().isUnresolved()
                        ? "? " + setting.value().reason()
                        : setting.value().written())
                    + " @"
                    + setting.value().place().line())
        .toList();
  }

  private static Located value(String text) {
    return Located.scalar(new Place("compose.yaml", 7, 3), text, false);
  }

  @Test
  void overlays_the_default_documents_with_those_of_the_active_profile() {
    files
        .with(
            RESOURCES + "application.yml",
            """
            db: h2
            name: shop
            ---
            spring.config.activate.on-profile: docker & !test
            db: postgres
            ---
            spring: {profiles: "mysql, cloud"}
            db: mysql
            """)
        .with(RESOURCES + "application-docker.properties", "name=from-file\n");

    assertThat(settings(Activation.NONE)).containsExactly("db=h2 @1", "name=shop @2");
    assertThat(settings(Activation.of("docker")))
        .containsExactly("db=postgres @5", "name=from-file @1");
    assertThat(settings(Activation.of("docker", "test")))
        .containsExactly("db=h2 @1", "name=from-file @1");
    assertThat(settings(Activation.of("cloud"))).containsExactly("name=shop @2", "db=mysql @8");
    assertThat(read().get(0).profiles()).containsExactly("cloud", "docker", "mysql", "test");
  }

  @Test
  void activates_the_profiles_that_the_files_activate_unless_the_deployment_does() {
    files.with(
        RESOURCES + "application.properties",
        """
        spring.profiles.active=one
        spring.profiles.group.one=two
        a=0
        #---
        spring.config.activate.on-profile=two
        a=2
        """);

    assertThat(read().get(0).view(Activation.NONE).text("a")).contains("2");
    assertThat(read().get(0).view(Activation.of("three")).text("a")).contains("0");
  }

  @Test
  void prefers_properties_to_yaml_and_the_config_folder_to_the_root() {
    files
        .with(
            RESOURCES + "bootstrap.yml", "a: bootstrap\nb: bootstrap\nc: bootstrap\nd: bootstrap\n")
        .with(RESOURCES + "application.yml", "b: yaml\nc: yaml\nd: yaml\n")
        .with(RESOURCES + "application.properties", "c=properties\nd=properties\n")
        .with(RESOURCES + "config/application.yml", "d: config\n");

    assertThat(settings(Activation.NONE))
        .containsExactly("a=bootstrap @1", "b=yaml @1", "c=properties @1", "d=config @1");
  }

  @Test
  void finds_keys_in_every_spelling_and_by_index() {
    files.with(
        RESOURCES + "application.yml",
        """
        eureka.client:
          serviceUrl:
            defaultZone: http://registry:8761/eureka/
        routes:
          - uri: lb://orders
          - {uri: "lb://users"}
        hosts: a:1, b:2
        """);
    SpringConfiguration view = read().get(0).view(Activation.NONE);

    assertThat(view.text("eureka.client.service-url.default-zone"))
        .contains("http://registry:8761/eureka/");
    assertThat(view.text("routes[1].uri")).contains("lb://users");
    assertThat(view.list("hosts")).extracting(Located::written).containsExactly("a:1", "b:2");
    assertThat(view.below("routes")).hasSize(2);
  }

  @Test
  void replaces_a_list_as_a_whole() {
    files
        .with(RESOURCES + "application.yml", "hosts: [a, b, c]\n")
        .with(RESOURCES + "application-small.yml", "hosts: [z]\n");

    assertThat(settings(Activation.of("small"))).containsExactly("hosts[0]=z @1");
  }

  @Test
  void resolves_placeholders_through_settings_variables_and_nested_defaults() {
    files.with(
        RESOURCES + "application.yml",
        """
        host: ${DB_HOST:${fallback-host:db}}
        url: jdbc:postgresql://${host}/${database.name}
        database: {name: orders}
        secret: ${SECRET}
        self: ${self}
        version: @project.version@
        """);

    assertThat(settings(Activation.NONE))
        .containsExactly(
            "host=db @1",
            "url=jdbc:postgresql://db/orders @2",
            "database.name=orders @3",
            "secret=? ${SECRET} has neither a value nor a default in the repository @4",
            "self=? ${self} goes round in a circle @5",
            "version=? the build replaces @project.version@ @6");
    assertThat(
            read()
                .get(0)
                .view(new Activation(List.of(), Map.of("DB_HOST", value("pg"))))
                .text("url"))
        .contains("jdbc:postgresql://pg/orders");
    assertThat(problems).isEmpty();
  }

  @Test
  void lets_environment_variables_win_over_files() {
    files.with(RESOURCES + "application.yml", "spring:\n  data-source:\n    url: jdbc:h2:mem:x\n");
    Activation deployed =
        new Activation(
            List.of(),
            Map.of(
                "SPRING_DATASOURCE_URL", value("jdbc:mysql://db/x"),
                "SPRING_RABBITMQ_HOST", value("rabbit"),
                "SPRING_REDIS_HOST", value(""),
                "PATH", value("/bin")));

    assertThat(settings(deployed))
        .containsExactly(
            "spring.data-source.url=jdbc:mysql://db/x @7", "spring.rabbitmq.host=rabbit @7");
  }

  @Test
  void reads_no_resources_of_tests() {
    files.with("src/test/resources/application.yml", "a: 1\n");

    assertThat(read()).isEmpty();
  }

  @Test
  void gives_served_files_to_the_clients_and_none_to_the_config_server() {
    files
        .with(
            "config/src/main/resources/application.yml",
            """
            spring:
              profiles: {active: native}
              cloud.config.server.native.search-locations: classpath:/shared
            """)
        .with("config/src/main/resources/shared/application.yml", "all: 1\n")
        .with("config/src/main/resources/shared/orders.yml", "db: orders-db\n")
        .with("config/src/main/resources/shared/orders-prod.yml", "db: orders-prod\n")
        .with("config/src/main/resources/shared/orders-api.yml", "db: other\n")
        .with(
            "orders/src/main/resources/bootstrap.yml",
            "spring.application.name: orders\nspring.cloud.config.uri: http://config:8888\n")
        .with("api/src/main/resources/bootstrap.yml", "spring.application.name: orders-api\n")
        .with("alone/src/main/resources/application.yml", "spring.application.name: alone\n");

    assertThat(settings("orders", Activation.NONE))
        .containsExactly(
            "spring.application.name=orders @1",
            "spring.cloud.config.uri=http://config:8888 @2",
            "all=1 @1",
            "db=orders-db @1");
    assertThat(settings("orders", Activation.of("prod"))).contains("db=orders-prod @1");
    assertThat(settings("api", Activation.NONE))
        .containsExactly("spring.application.name=orders-api @1", "all=1 @1", "db=other @1");
    assertThat(settings("alone", Activation.NONE))
        .containsExactly("spring.application.name=alone @1");
    assertThat(settings("config", Activation.NONE))
        .containsExactly(
            "spring.profiles.active=native @2",
            "spring.cloud.config.server.native.search-locations=classpath:/shared @3");
  }

  @Test
  void serves_from_the_standard_folders_and_keeps_its_own_file_there_to_itself() {
    files
        .with("config/src/main/resources/application.yml", "spring.profiles.active: native\nx: 1\n")
        .with("config/src/main/resources/config/orders.yml", "a: 1\n")
        .with("config/src/main/resources/config/application.yml", "all: 1\n")
        .with("config/src/main/resources/orders.yml", "b: 2\n")
        .with("orders/src/main/resources/application.yml", "spring.application.name: orders\n");

    assertThat(settings("orders", Activation.NONE))
        .containsExactly("spring.application.name=orders @1", "all=1 @1", "a=1 @1", "b=2 @1");
    assertThat(settings("config", Activation.NONE))
        .containsExactly("spring.profiles.active=native @1", "x=1 @2");
  }

  @Test
  void serves_from_a_local_folder() {
    files
        .with(
            "config/src/main/resources/application.yml",
            "spring.cloud.config.server.git: {uri: 'https://example.org/shop', searchPaths: repo}\n")
        .with("repo/orders-docker.yml", "a: 1\n")
        .with("orders/src/main/resources/application.yml", "spring.application.name: orders\n");

    assertThat(settings("orders", Activation.of("docker"))).contains("a=1 @1");
  }

  @Test
  void says_which_file_is_malformed_and_reads_the_others() {
    files
        .with(RESOURCES + "application.yml", "a: [1\nb: }\n")
        .with(RESOURCES + "application-x.yml", "b: 2\n");

    assertThat(settings(Activation.of("x"))).containsExactly("b=2 @1");
    assertThat(problems)
        .extracting(problem -> problem.at().file())
        .contains(RESOURCES + "application.yml");
  }
}
