package godmode.detectors.read.docker;

import godmode.core.fact.Place;

/**
 * One instruction, its continued lines joined.
 *
 * @param name in upper case
 * @param arguments what stands behind the name
 * @param place where the instruction begins
 */
record Instruction(String name, String arguments, Place place) {}
