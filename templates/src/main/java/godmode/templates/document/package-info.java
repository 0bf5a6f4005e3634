/** A review as Markdown documents that live in the repository. */
@NullMarked
package godmode.templates.document;

import org.jspecify.annotations.NullMarked;
