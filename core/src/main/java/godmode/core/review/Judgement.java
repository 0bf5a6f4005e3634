package godmode.core.review;

import godmode.core.design.Subject;
import godmode.core.evidence.Environment;

/**
 * One rule applied to one subject: a row behind the checklist.
 *
 * @param answers whether the item is answered where the subject is as it should be
 * @param environment in whose design the subject stands
 */
public record Judgement(
    String rule,
    ChecklistItem item,
    boolean answers,
    Subject subject,
    Outcome outcome,
    Environment environment) {}
