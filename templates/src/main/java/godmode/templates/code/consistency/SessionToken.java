package godmode.templates.code.consistency;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class SessionToken implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.CONSISTENCY,
            "session-token",
            "lets clients read their own writes from replicas that lag")
        .in(Flavour.JAVA, "SessionToken.java", "SessionTokenTest.java")
        .in(Flavour.PYTHON, "session_token.py", "test_session_token.py")
        .in(
            Flavour.SPRING,
            "SessionToken.java",
            "SessionTokenFilter.java",
            "SessionTokenTest.java",
            "SessionTokenFilterTest.java")
        .needing(
            Flavour.SPRING,
            "org.springframework.boot:spring-boot-starter-web",
            "org.springframework.boot:spring-boot-starter-test")
        .without("pass over replicas that are behind", "a client does not see what it wrote")
        .without("never forget a write", "a client goes back in time")
        .without("give the token to the client", "a client does not see what it wrote")
        .without("take the token of the client", "a client does not see what it wrote")
        .after("operations.*.consistency", "session");
  }
}
