/** Pictures of a system in the language of Mermaid, as GitHub draws it. */
@NullMarked
package godmode.templates.diagram;

import org.jspecify.annotations.NullMarked;
