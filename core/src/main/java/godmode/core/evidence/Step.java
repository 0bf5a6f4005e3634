package godmode.core.evidence;

import godmode.core.fact.Place;

/**
 * One step of a path through the code.
 *
 * @param text a clause: {@code OrderService.place calls OrderRepository.save}
 */
public record Step(String text, Place at) {}
