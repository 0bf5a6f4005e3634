package godmode.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;

/** The page as people use it: in a browser, with a mouse, with keys only, on paper. */
@Tag("tools")
class HtmlPageTest {
  @TempDir static Path folder;
  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void a_page_in_a_browser() throws IOException {
    browser = Browser.open();
    page = written(Path.of("shop"), "shop.html");
  }

  @AfterAll
  static void closed() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path written(Path repository, String name) throws IOException {
    Path file = folder.resolve(name);
    Run run = Run.of("distributed", repository.toString(), "--validate", "--format", "html");
    assertThat(run.code()).as(run.err()).isLessThan(2);
    return Files.writeString(file, run.out());
  }

  @BeforeEach
  void opened() {
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    browser.go(Path.of("/dev/null"));
    browser.go(page);
  }

  private static WebElement at(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }

  private static List<WebElement> every(String css) {
    return browser.driver().findElements(By.cssSelector(css));
  }

  private static long shown(String css) {
    return every(css).stream().filter(WebElement::isDisplayed).count();
  }

  @Test
  void its_own_policy_refuses_nothing_of_it() {
    browser.hasNothingToSay();
    assertThat(shown("#filter")).as("the script ran").isEqualTo(1);
  }

  @Test
  void findings_are_filtered_by_words_severity_and_rule() {
    int all = every(".finding").size();
    int errors = every(".finding.error").size();
    assertThat(all).isGreaterThan(errors);
    assertThat(shown(".finding")).isEqualTo(all);

    at("#search").sendKeys("KAFKA min.insync.replicas=3");
    assertThat(shown(".finding")).isEqualTo(1);
    assertThat(at("#shown").getText()).isEqualTo("1 of " + all + " shown");

    at("#search").clear();
    at("#search").sendKeys(" ");
    at("[name=severity][value=error]").click();
    assertThat(every(".finding.error")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    assertThat(shown(".finding")).isEqualTo(all - errors);

    at("#rule option[value=shared-database]").click();
    assertThat(every(".finding"))
        .filteredOn(WebElement::isDisplayed)
        .extracting(finding -> finding.getDomAttribute("data-rule"))
        .containsExactly("shared-database");
  }

  @Test
  void a_click_on_a_component_shows_what_it_rests_on() {
    at(".box[aria-label^='kafka,']").click();

    assertThat(at("#card").getText())
        .contains("kafka", "min-insync-replicas = 3", "compose.yaml:11", "order-service");
    assertThat(every(".arrow.near")).hasSize(2);

    at("#card a[href^='#c']").click();
    assertThat(name(at(".box.chosen"))).contains("service");

    at("body").sendKeys(Keys.ESCAPE);
    assertThat(shown("#card")).isZero();
  }

  @Test
  void a_link_in_the_card_opens_the_finding() {
    at(".box[aria-label^='orders-db,']").click();
    WebElement link = at("#card .found a");
    String target = link.getDomAttribute("href");

    link.click();

    assertThat(at(String.valueOf(target)).getDomAttribute("open")).isNotNull();
  }

  @Test
  void keys_alone_reach_a_component_and_choose_it() {
    WebElement focused = at("body");
    for (int i = 0; i < 40 && !name(focused).startsWith("kafka,"); i++) {
      focused.sendKeys(Keys.TAB);
      focused = browser.driver().switchTo().activeElement();
    }
    assertThat(name(focused)).startsWith("kafka,").contains("2 findings");

    focused.sendKeys(Keys.ENTER);

    assertThat(at("#card").getText()).contains("kafka");
    assertThat(focused.getDomAttribute("aria-pressed")).isEqualTo("true");
  }

  /** What a screen reader calls it. */
  private static String name(WebElement element) {
    return String.valueOf(element.getAccessibleName());
  }

  @Test
  void arrow_keys_step_through_a_counterexample() {
    browser.run("document.querySelectorAll('.finding').forEach(f => f.open = true)");
    WebElement timeline = at(".timeline");
    int steps = Integer.parseInt(String.valueOf(timeline.getDomAttribute("data-steps")));
    assertThat(steps).isGreaterThan(1);
    assertThat(timeline.findElements(By.cssSelector("li.later"))).isEmpty();

    timeline.sendKeys(Keys.HOME);
    assertThat(timeline.findElements(By.cssSelector("li.later"))).hasSize(steps - 1);
    assertThat(timeline.findElements(By.cssSelector("svg .later"))).hasSize(steps - 1);
    timeline.sendKeys(Keys.ARROW_RIGHT);
    assertThat(timeline.findElement(By.cssSelector(".where-now")).getText())
        .isEqualTo("step 2 of " + steps);
    timeline.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    assertThat(timeline.findElement(By.cssSelector(".where-now")).getText())
        .isEqualTo("step 1 of " + steps);
    timeline.sendKeys(Keys.END);
    assertThat(timeline.findElements(By.cssSelector(".later"))).isEmpty();
  }

  @Test
  void zooming_changes_the_size_of_the_picture() {
    String fitted = at("#map svg").getDomAttribute("width");
    at("#in").click();
    assertThat(at("#map svg").getDomAttribute("width")).isNotEqualTo(fitted);
    at("#fit").click();
    assertThat(at("#map svg").getDomAttribute("width")).isEqualTo(fitted);
  }

  @Test
  void both_themes_can_be_read_by_everybody() {
    media("prefers-color-scheme", "light");
    String light = at("body").getCssValue("background-color");
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    at(".box[aria-label^='kafka,']").click();
    assertThat(violations()).isEmpty();

    media("prefers-color-scheme", "dark");
    assertThat(at("body").getCssValue("background-color")).isNotEqualTo(light);
    assertThat(violations()).isEmpty();

    at("#theme").click();
    assertThat(at("body").getCssValue("background-color")).isEqualTo(light);
  }

  private static void media(String feature, String value) {
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  private static List<String> violations() {
    return new AxeBuilder()
        .analyze(browser.driver()).getViolations().stream()
            .map((Rule rule) -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  @Test
  void paper_gets_everything_and_no_buttons() {
    String pdf = browser.driver().print(new PrintOptions()).getContent();

    assertThat(pdf).startsWith("JVBERi0"); // %PDF- in Base64
    browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(shown("#filter, #map-tools, header")).isZero();
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assertThat(every("details:not([open])")).isEmpty();
  }

  @Test
  void a_hostile_repository_is_text() throws IOException {
    Path root = Files.createDirectory(folder.resolve("hostile"));
    Files.writeString(
        root.resolve("compose.yaml"),
        """
        services:
          "a\\"><script>window.forged=1</script>":
            image: "redis:7"
          "b' onmouseover='window.forged=1":
            image: "postgres:17"
            environment: {POSTGRES_DB: "</style><img src=x onerror=window.forged=1>"}
            depends_on: ["</svg><svg onload=window.forged=1>"]
          "</svg><svg onload=window.forged=1>":
            image: "mongo:8"
        """);
    Path hostile = written(root, "hostile.html");

    browser.go(hostile);
    for (WebElement box : every(".box")) {
      box.click();
    }

    assertThat(browser.run("return window.forged ?? 'no'")).isEqualTo("no");
    assertThat(every("script")).hasSize(1);
    assertThat(every("img, iframe, [onload], [onerror], [onmouseover]")).isEmpty();
    assertThat(at("#boxes").getText()).contains("<script>window.forged");
    browser.hasNothingToSay();
  }
}
