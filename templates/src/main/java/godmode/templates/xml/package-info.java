/** A review as the XML that build servers read. */
@NullMarked
package godmode.templates.xml;

import org.jspecify.annotations.NullMarked;
