package godmode.detectors.read.build;

/** Whose build file it is; also tells how dependencies are named. */
public enum BuildTool {
  /** {@code group:artifact}. */
  MAVEN,
  /** {@code group:artifact}, as for Maven. */
  GRADLE,
  NPM,
  /** Module paths. */
  GO,
  PYTHON,
  DOTNET,
  CARGO,
  BUNDLER,
  COMPOSER
}
