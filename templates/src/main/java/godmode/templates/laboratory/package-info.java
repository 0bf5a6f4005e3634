/** What a protocol did under faults, as text, JSON, Mermaid and SVG. */
@NullMarked
package godmode.templates.laboratory;

import org.jspecify.annotations.NullMarked;
