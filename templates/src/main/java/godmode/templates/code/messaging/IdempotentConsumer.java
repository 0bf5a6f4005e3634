package godmode.templates.code.messaging;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class IdempotentConsumer implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.MESSAGING,
            "idempotent-consumer",
            "lets a message that arrives again take effect once")
        .in(Flavour.JAVA, "Inbox.java", "inbox.sql", "InboxTest.java")
        .needing(Flavour.JAVA, "com.h2database:h2")
        .in(Flavour.SPRING, "Inbox.java", "InboxConfiguration.java", "inbox.sql", "InboxTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-jdbc",
            "org.springframework.boot:spring-boot-starter-test",
            "com.h2database:h2")
        .without("know it again", "a message that is delivered twice takes effect twice")
        .without(
            "remember with the effect", "a crash in between loses the effect of a message for good")
        .without("remember before the effect", "two that get it at once both do what it asks for")
        .without("remember for each consumer", "the second consumer never does its part")
        .after("messages.*.duplicates", "must-not")
        .after("operations.*.duplicates", "deduplicated")
        .afterWord("choices.*.chosen", "inbox", "saga");
  }
}
