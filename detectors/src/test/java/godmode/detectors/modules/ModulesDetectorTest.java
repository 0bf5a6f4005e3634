package godmode.detectors.modules;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import godmode.detectors.spring.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesDetectorTest {
  private static final String MAIN = "/src/main/java/shop/Application.java";

  private final MemorySnapshot files = new MemorySnapshot();

  private List<String> said() {
    return Said.by(new ModulesDetector(), files);
  }

  private static String pom(String artifact, String more) {
    return "<project><artifactId>" + artifact + "</artifactId>" + more + "</project>";
  }

  private static String dependency(String group, String artifact) {
    return "<dependencies><dependency><groupId>"
        + group
        + "</groupId><artifactId>"
        + artifact
        + "</artifactId></dependency></dependencies>";
  }

  @Test
  void takes_modules_with_an_application_class_and_names_them() {
    files
        .with("pom.xml", pom("shop", "<packaging>pom</packaging>"))
        .with("common/pom.xml", pom("common", ""))
        .with(
            "orders/pom.xml",
            pom("shop-orders", dependency("org.springframework.boot", "spring-boot-starter-web")))
        .with("orders" + MAIN, "package shop;\n\n@SpringBootApplication\nclass Application {}\n")
        .with(
            "orders/src/main/resources/application.yml",
            "spring.application.name: order-service\n");

    assertThat(said())
        .containsExactly(
            "orders/src/main/java/shop/Application.java:3 path:orders is service spring-boot",
            "orders/src/main/resources/application.yml:1 path:orders = order-service",
            "orders/pom.xml:1 path:orders = shop-orders",
            "orders/src/main/java/shop/Application.java:3 path:orders = orders");
  }

  @Test
  void takes_no_libraries_parents_tests_or_commented_annotations() {
    files
        .with(
            "lib/pom.xml",
            pom("lib", dependency("org.springframework.boot", "spring-boot-starter")))
        .with(
            "lib" + MAIN, "/*\n@SpringBootApplication\n*/\n// @SpringBootApplication\nclass A {}\n")
        .with("e2e-tests/pom.xml", pom("e2e-tests", "<packaging>war</packaging>"))
        .with("app/pom.xml", pom("app", ""))
        .with("app/src/test/java/A.java", "@SpringBootApplication\nclass A {}\n");

    assertThat(said()).isEmpty();
  }

  @Test
  void takes_a_server_from_its_annotation() {
    files
        .with(
            "registry/pom.xml",
            pom("registry", dependency("org.springframework.cloud", "x-eureka-server")))
        .with("registry" + MAIN, "@SpringBootApplication\n@EnableEurekaServer\nclass A {}\n");

    assertThat(said())
        .startsWith(
            "registry/src/main/java/shop/Application.java:1 path:registry is - -",
            "registry/src/main/java/shop/Application.java:2 path:registry is discovery eureka");
  }

  @Test
  void infers_a_gateway_from_its_dependency_and_no_registry_without_its_annotation() {
    files
        .with(
            "edge/pom.xml",
            pom("edge", dependency("org.springframework.cloud", "spring-cloud-starter-gateway")))
        .with("edge" + MAIN, "@SpringBootApplication\nclass A {}\n")
        .with("odd/pom.xml", pom("odd", dependency("x", "spring-cloud-config-server")))
        .with("odd" + MAIN, "@SpringBootApplication\nclass A {}\n");

    assertThat(said())
        .contains("edge/pom.xml:1 ~path:edge is gateway spring-cloud-gateway")
        .noneMatch(line -> line.contains("path:odd is config"));
  }

  @Test
  void takes_the_library_of_a_gateway_without_a_route_for_no_gateway() {
    String gateway = dependency("org.springframework.cloud", "spring-cloud-starter-gateway");
    files
        .with("chat/pom.xml", pom("chat", gateway))
        .with("chat" + MAIN, "@SpringBootApplication\nclass A {}\n")
        .with("front/pom.xml", pom("front", gateway))
        .with("front" + MAIN, "@SpringBootApplication\nclass A {}\n")
        .with(
            "front/src/main/resources/application.yml",
            "spring.cloud.gateway.routes: [{id: chat, uri: 'lb://chat'}]\n");

    assertThat(said())
        .contains("front/pom.xml:1 ~path:front is gateway spring-cloud-gateway")
        .noneMatch(line -> line.contains("path:chat is gateway"));
  }

  @Test
  void calls_the_one_application_of_a_reactor_by_its_name_too() {
    files
        .with("orders/pom.xml", pom("order-service", "<packaging>pom</packaging>"))
        .with("orders/domain/pom.xml", pom("order-domain", ""))
        .with("orders/boot/pom.xml", pom("order-boot", ""))
        .with("orders/boot/Dockerfile", "FROM scratch\n");

    assertThat(said())
        .containsExactly(
            "orders/boot/Dockerfile:1 path:orders/boot is service -",
            "orders/boot/pom.xml:1 path:orders/boot = order-boot",
            "orders/boot/Dockerfile:1 path:orders/boot = boot",
            "orders/pom.xml:1 path:orders/boot = order-service");
  }

  @Test
  void ties_no_component_to_a_name_that_two_modules_have() {
    files
        .with("a/orders/pom.xml", pom("orders-a", ""))
        .with("a/orders/Dockerfile", "FROM scratch\n")
        .with("b/orders/pom.xml", pom("orders-b", ""))
        .with("b/orders/Dockerfile", "FROM scratch\n");

    assertThat(said())
        .containsExactly(
            "a/orders/Dockerfile:1 path:a/orders is service -",
            "a/orders/pom.xml:1 path:a/orders = orders-a",
            "a/orders/Dockerfile:1 path:a/orders also orders",
            "b/orders/Dockerfile:1 path:b/orders is service -",
            "b/orders/pom.xml:1 path:b/orders = orders-b",
            "b/orders/Dockerfile:1 path:b/orders also orders");
  }

  @Test
  void takes_other_languages_with_a_dockerfile_and_node_with_a_start_script() {
    files
        .with("cart/go.mod", "module example.org/shop/cart\n")
        .with("cart/Dockerfile", "FROM scratch\n")
        .with("tool/go.mod", "module example.org/shop/tool\n")
        .with("web/package.json", "{\"name\": \"@shop/front\", \"scripts\": {\"start\": \"x\"}}\n")
        .with("package.json", "{\"scripts\": {\"start\": \"all\"}}\n");

    assertThat(said())
        .containsExactly(
            "cart/Dockerfile:1 path:cart is service -",
            "cart/go.mod:1 path:cart = cart",
            "web/package.json:1 path:web is service -",
            "web/package.json:1 path:web = front",
            "web/package.json:1 path:web = web");
  }

  @Test
  void shortens_long_names_with_dots_and_skips_folders_that_are_no_names() {
    files
        .with("src/pom.xml", pom("org.example.shop.orders", ""))
        .with("src/Dockerfile", "FROM scratch\n");

    assertThat(said())
        .containsExactly(
            "src/Dockerfile:1 path:src is service -",
            "src/pom.xml:1 path:src = org.example.shop.orders",
            "src/pom.xml:1 path:src = shop-orders",
            "src/pom.xml:1 path:src = example-shop-orders");
  }

  @Test
  void shortens_names_of_folders_with_dots() {
    files.with("x.shop.cart/pom.xml", pom("cart", "")).with("x.shop.cart/Dockerfile", "FROM x\n");

    assertThat(said())
        .containsExactly(
            "x.shop.cart/Dockerfile:1 path:x.shop.cart is service -",
            "x.shop.cart/pom.xml:1 path:x.shop.cart = cart",
            "x.shop.cart/Dockerfile:1 path:x.shop.cart = x.shop.cart",
            "x.shop.cart/Dockerfile:1 path:x.shop.cart = shop-cart");
  }
}
