package godmode.templates.code.lock;

import com.google.auto.service.AutoService;
import godmode.templates.code.Flavour;
import godmode.templates.code.Pattern;
import godmode.templates.code.Recipe;
import godmode.templates.code.Theme;

@AutoService(Recipe.class)
public final class LeaseLock implements Recipe {
  @Override
  public Pattern pattern() {
    return Pattern.named(
            Theme.LOCK, "lease-lock", "a lock that ends by itself, and numbers its holders")
        .in(Flavour.JAVA, "LeaseLock.java", "LeaseLockTest.java")
        .in(Flavour.PYTHON, "lease_lock.py", "test_lease_lock.py")
        .in(Flavour.GO, "lease_lock.go", "lease_lock_test.go")
        .without("wait for the end of the lease", "two hold it at a time")
        .without("end without renewal", "a holder that crashed holds it for ever")
        .without("a higher token each time", "a resource cannot tell who holds it now")
        .without("touch nothing of the next holder", "a holder that was paused takes it back")
        .without("change only what was read", "two that ask at once both hold it")
        .without("count on when it is free", "a number is given twice, and the old holder passes");
  }
}
