package godmode.detectors.read.kotlin;

import godmode.detectors.read.java.JavaSource;

/**
 * What a Kotlin file shows at a glance, in the terms of Java: annotations, calls on fields and
 * parameters whose type is written, and addresses. It declares no types: what its code does is not
 * followed.
 */
public record KotlinSource(JavaSource shown) {}
