package godmode.core.review;

/** A finding that people chose to live with, and why. */
public record AcceptedFinding(Finding finding, Acceptance acceptance) {}
