/** Spring Boot configuration: files, profiles, placeholders, and what a config server adds. */
@NullMarked
package godmode.detectors.read.spring;

import org.jspecify.annotations.NullMarked;
