/** A review as the workflow commands of GitHub Actions. */
@NullMarked
package godmode.templates.github;

import org.jspecify.annotations.NullMarked;
