package godmode.templates.code.messaging;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class TransactionalOutbox implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.MESSAGING,
            "transactional-outbox",
            "sends a message if and only if a change is committed")
        .in(Flavour.JAVA, "Outbox.java", "OutboxRelay.java", "outbox.sql", "OutboxTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(
            Flavour.SPRING,
            "Outbox.java",
            "OutboxRelay.java",
            "OutboxConfiguration.java",
            "outbox.sql",
            "OutboxTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("refuse without a transaction", "a crash leaves the change without its message")
        .without("mark after the send", "a message is lost when the relay is killed")
        .without("claim before the send", "two relays send the same message")
        .without("pass over what others send", "one slow send holds up every relay")
        .without("keep the order of a key", "a message overtakes one that failed before it")
        .without("pause after a failure", "one message that nobody takes holds up all others")
        .after("dual-writes.*.after-crash", "both")
        .after("dependencies.*.when-down", "queue")
        .afterWord("choices.*.chosen", "outbox", "saga");
  }
}
