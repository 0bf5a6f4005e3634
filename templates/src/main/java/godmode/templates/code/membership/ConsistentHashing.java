package godmode.templates.code.membership;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class ConsistentHashing implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.MEMBERSHIP,
            "consistent-hashing",
            "places keys on nodes, and moves few when nodes change")
        .in(Flavour.JAVA, "ConsistentHashing.java", "ConsistentHashingTest.java")
        .in(Flavour.PYTHON, "consistent_hashing.py", "test_consistent_hashing.py")
        .without("the ring", "a node that goes moves keys of others")
        .without("many points for each node", "one node has several times its share")
        .without("copies on different nodes", "the loss of one node takes several copies")
        .after("sharding.strategy", "consistent-hashing");
  }
}
