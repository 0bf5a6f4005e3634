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

  /**
   * Whether a subject that is as it should be answers the checklist item. What only can go wrong,
   * such as a limit that is kept or a record that agrees, does not.
   */
  boolean answers() default true;

  /** Names it had before, so that old acceptances keep working. */
  String[] formerly() default {};
}
