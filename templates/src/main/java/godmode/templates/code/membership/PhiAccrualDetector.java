package godmode.templates.code.membership;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class PhiAccrualDetector implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.MEMBERSHIP,
            "phi-accrual-detector",
            "suspects a node whose heartbeats stay away longer than usual")
        .in(Flavour.JAVA, "PhiAccrualDetector.java", "PhiAccrualDetectorTest.java")
        .in(Flavour.PYTHON, "phi_accrual_detector.py", "test_phi_accrual_detector.py")
        .without("learn the intervals", "a slow network looks like a failure")
        .without("tolerate a pause", "a garbage collection looks like a failure")
        .without(
            "expect some deviation",
            "heartbeats that are regular make a late one look like a failure");
  }
}
