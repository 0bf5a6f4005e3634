package godmode.detectors.read.build;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.read.ReadProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildFilesTest {
  private final MemorySnapshot files = new MemorySnapshot();
  private final List<ReadProblem> problems = new ArrayList<>();

  private List<String> modules() {
    return new BuildModuleReader()
        .read(files, problems::add).stream()
            .map(
                module ->
                    module.folder()
                        + " "
                        + module.name()
                        + " "
                        + module.packaging()
                        + " "
                        + module.modules()
                        + " "
                        + module.dependencies()
                        + " "
                        + module.plugins())
            .toList();
  }

  @Test
  void reads_versions_scopes_and_plugins_through_a_parent_in_the_repository() {
    files
        .with(
            "pom.xml",
            """
            <project>
              <groupId>shop</groupId><artifactId>shop-parent</artifactId><version>${revision}</version>
              <packaging>pom</packaging>
              <properties><revision>1.2</revision><kafka.version>3.7.0</kafka.version></properties>
              <modules><module>order</module><module>gone</module></modules>
              <profiles><profile><modules><module>extra</module><module>order</module></modules></profile></profiles>
              <dependencyManagement><dependencies>
                <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>${kafka.version}</version></dependency>
                <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4</version><scope>test</scope></dependency>
              </dependencies></dependencyManagement>
              <dependencies>
                <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
              </dependencies>
            </project>
            """)
        .with(
            "order/pom.xml",
            """
            <project>
              <parent><groupId>shop</groupId><artifactId>shop-parent</artifactId><version>${revision}</version></parent>
              <artifactId>order</artifactId>
              <dependencies>
                <dependency>
                  <groupId>org.apache.kafka</groupId>
                  <artifactId>kafka-clients</artifactId>
                </dependency>
                <dependency><groupId>junit</groupId><artifactId>junit</artifactId></dependency>
                <dependency><groupId>${project.groupId}</groupId><artifactId>api</artifactId><version>${project.version}</version></dependency>
              </dependencies>
              <build><plugins>
                <plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin>
              </plugins></build>
            </project>
            """)
        .with("extra/pom.xml", "<project><artifactId>extra</artifactId></project>");

    assertThat(modules())
        .containsExactly(
            " shop-parent pom [order, extra] [org.slf4j:slf4j-api @12] []",
            "extra extra jar [] [] []",
            "order order jar [] [org.apache.kafka:kafka-clients:3.7.0 @5, junit:junit:4 TEST @9,"
                + " shop:api:1.2 @10, org.slf4j:slf4j-api inherited @12]"
                + " [org.springframework.boot:spring-boot-maven-plugin BUILD @13]");
    assertThat(problems).isEmpty();
  }

  @Test
  void says_which_pom_is_malformed_and_reads_the_others() {
    files
        .with("a/pom.xml", "<project>\n  <artifactId>a</artifact>\n</project>\n")
        .with("b/pom.xml", "<project><artifactId>b</artifactId></project>");

    assertThat(modules()).containsExactly("b b jar [] [] []");
    assertThat(problems)
        .extracting(problem -> problem.at().toString())
        .containsExactly("a/pom.xml:2");
  }

  @Test
  void fetches_no_entity_and_expands_none() {
    files.with(
        "pom.xml",
        """
        <!DOCTYPE project [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "boom">]>
        <project><artifactId>a</artifactId><name>&x;&y;</name></project>
        """);

    assertThat(modules().toString()).doesNotContain("root:", "boom");
  }

  @Test
  void ends_with_parents_that_are_their_own_descendants() {
    files
        .with(
            "a/pom.xml",
            "<project><parent><groupId>g</groupId><artifactId>b</artifactId>"
                + "<relativePath>../b</relativePath></parent><artifactId>a</artifactId></project>")
        .with(
            "b/pom.xml",
            "<project><parent><groupId>g</groupId><artifactId>a</artifactId>"
                + "<relativePath>../a</relativePath></parent><artifactId>b</artifactId></project>");

    assertThat(modules()).containsExactly("a a jar [] [] []", "b b jar [] [] []");
  }

  @Test
  void leaves_out_templates_fixtures_and_outputs() {
    files
        .with("x/src/main/resources/archetype-resources/pom.xml", "<project/>")
        .with("x/src/test/resources/pom.xml", "<project/>")
        .with("x/target/classes/pom.xml", "<project/>");

    assertThat(modules()).isEmpty();
  }

  @Test
  void reads_gradle_lines_in_string_map_catalog_and_platform_notation() {
    files
        .with("settings.gradle", "rootProject.name = 'shop'\ninclude 'order', ':libs:common'\n")
        .with("gradle.properties", "kafkaVersion=3.7.0\n")
        .with(
            "gradle/libs.versions.toml",
            """
            [versions]
            redis = "5.1"
            [libraries]
            spring-redis = { module = "org.springframework.boot:redis", version.ref = "redis" }
            mongo = "org.mongodb:driver:5.0"
            [bundles]
            stores = ["spring-redis", "mongo"]
            [plugins]
            boot = { id = "org.springframework.boot", version = "3.2.0" }
            """)
        .with(
            "build.gradle",
            """
            plugins { id 'org.springframework.boot' version '3.2.0' apply false }
            subprojects {
                apply plugin: 'java'
                dependencies { testImplementation 'org.junit:junit:5' }
            }
            project(':order') {
                dependencies { implementation 'com.rabbitmq:amqp-client:5' }
            }
            """)
        .with(
            "order/build.gradle",
            """
            buildscript { dependencies { classpath 'a:b:1' } }
            plugins { alias(libs.plugins.boot) }
            dependencies {
                implementation platform("org.springframework.boot:bom:3.2.0")
                // implementation 'commented:out:1'
                compile group: 'org.apache.kafka', name: 'kafka-clients', version: "$kafkaVersion"
                implementation("org.postgresql:postgresql") { exclude group: 'x', module: 'y' }
                api libs.bundles.stores
                implementation project(':libs:common')
                annotationProcessor 'org.projectlombok:lombok'
            }
            """)
        .with("libs/common/src/A.java", "class A {}");

    assertThat(modules())
        .containsExactly(
            " shop jar [libs/common, order] [] []",
            "libs/common common jar [] [org.junit:junit:5 TEST inherited @4] [java BUILD inherited @3]",
            "order order jar [] [org.springframework.boot:bom:3.2.0 @4,"
                + " org.apache.kafka:kafka-clients:3.7.0 @6, org.postgresql:postgresql @7,"
                + " org.springframework.boot:redis:5.1 @8, org.mongodb:driver:5.0 @8,"
                + " org.projectlombok:lombok BUILD @10, org.junit:junit:5 TEST inherited @4,"
                + " com.rabbitmq:amqp-client:5 @7]"
                + " [org.springframework.boot BUILD @2, java BUILD inherited @3]");
  }

  @Test
  void reads_the_kotlin_dsl() {
    files.with(
        "build.gradle.kts",
        """
        plugins {
            id("org.springframework.boot") version "3.2.0"
            kotlin("jvm") version "1.9"
        }
        dependencies {
            implementation("org.apache.kafka:kafka-clients:3.7.0")
            implementation(kotlin("stdlib"))
            runtimeOnly(group = "com.h2database", name = "h2")
            testImplementation("a:b:1")
        }
        """);

    assertThat(modules())
        .containsExactly(
            "  jar [] [org.apache.kafka:kafka-clients:3.7.0 @6, com.h2database:h2 @8, a:b:1 TEST @9]"
                + " [org.springframework.boot BUILD @2]");
  }

  @Test
  void reads_names_and_dependencies_of_other_languages() {
    files
        .with(
            "a/package.json",
            """
            {"name": "front",
             "scripts": {"start": "node ."},
             "dependencies": {"redis": "^4"},
             "devDependencies": {"jest": "1"}}
            """)
        .with(
            "b/go.mod",
            """
            module example.org/ship

            require (
            \tgithub.com/redis/go-redis/v9 v9.1.0
            \tgolang.org/x/net v0.1.0 // indirect
            )
            require google.golang.org/grpc v1.60.0
            """)
        .with(
            "c/requirements.txt",
            """
            # web
            flask==2.1
            redis[hiredis]>=4 ; python_version>'3'
            -r x
            """)
        .with(
            "d/pyproject.toml",
            """
            [project]
            name = "mail"
            dependencies = [
              "grpcio==1.60",
              "jinja2",
            ]
            """)
        .with(
            "e/Cart.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk.Web">
            <ItemGroup>
            <PackageReference Include="Grpc" Version="2.0" />
            </ItemGroup></Project>
            """)
        .with(
            "f/Cargo.toml",
            """
            [package]
            name = "pay"
            [dependencies]
            tokio = { version = "1", features = ["full"] }
            serde = "1.0"
            [dev-dependencies]
            mockito = "1"
            """)
        .with("g/Gemfile", "source 'x'\ngem 'rails', '~> 7'\n")
        .with("h/composer.json", "{\"name\": \"a/b\", \"require\": {\"predis/predis\": \"2\"}}");

    assertThat(modules())
        .containsExactly(
            "a front package [] [redis:^4 @3, jest:1 TEST @4] []",
            "b example.org/ship module [] [github.com/redis/go-redis/v9:v9.1.0 @4,"
                + " google.golang.org/grpc:v1.60.0 @7] []",
            "c c requirements [] [flask:2.1 @2, redis @3] []",
            "d mail project [] [grpcio:1.60 @4, jinja2 @5] []",
            "e Cart web [] [Grpc:2.0 @3] []",
            "f pay crate [] [tokio:1 @4, serde:1.0 @5, mockito:1 TEST @7] []",
            "g g bundle [] [rails:~> 7 @2] []",
            "h a/b package [] [predis/predis:2 @1] []");
  }

  @Test
  void reads_the_names_of_the_images_that_plugins_build() {
    files
        .with(
            "orders/pom.xml",
            """
            <project>
              <groupId>shop</groupId><artifactId>orders</artifactId><version>1</version>
              <properties><image>acme/shop-${project.artifactId}</image></properties>
              <build><plugins>
                <plugin><groupId>com.spotify</groupId><artifactId>docker-maven-plugin</artifactId>
                  <configuration><imageName>${image}:${unknown.tag}</imageName></configuration></plugin>
                <plugin><groupId>com.google.cloud.tools</groupId><artifactId>jib-maven-plugin</artifactId>
                  <configuration><from><image>eclipse-temurin:17</image></from>
                  <to><image>registry.test:5000/acme/orders-app:1</image></to></configuration></plugin>
                <plugin><groupId>io.fabric8</groupId><artifactId>docker-maven-plugin</artifactId>
                  <configuration><images><image><name>${unknown}/x</name></image></images></configuration></plugin>
              </plugins></build>
            </project>
            """)
        .with(
            "stock/build.gradle",
            """
            jib { from { image = 'eclipse-temurin:17' } to { image = "acme/shop-${project.name}:1" } }
            bootBuildImage { imageName = "${registry}/x" }
            """);

    assertThat(
            new BuildModuleReader()
                .read(files, problems::add).stream().map(module -> module.images()))
        .containsExactly(
            List.of("acme/shop-orders", "registry.test:5000/acme/orders-app"),
            List.of("acme/shop-stock"));
  }
}
