package godmode.core.review;

import godmode.core.design.Subject;

/** One rule applied to one subject: a row behind the checklist. */
public record Judgement(String rule, ChecklistItem item, Subject subject, Outcome outcome) {}
