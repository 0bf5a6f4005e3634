package godmode.core.review;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What machines need to know of a rule; the prose is on its page. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleCard {
  /** The hazard as a clause, lower case, no full stop. */
  String title();

  /** The checklist item that a violation fails. */
  ChecklistItem item();

  /** The version that first had it. */
  String since();

  /** At least one source that a reader can check. */
  String[] sources();

  /** Names it had before, so that old acceptances keep working. */
  String[] formerly() default {};
}
