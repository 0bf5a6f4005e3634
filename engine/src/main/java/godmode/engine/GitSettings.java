package godmode.engine;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Settings of git outside of the repository: none is read, and none is written. */
final class GitSettings extends SystemReader.Delegate {
  private GitSettings(SystemReader usual) {
    super(usual);
  }

  /** From now on, for this process. */
  static synchronized void useNone() {
    if (!(SystemReader.getInstance() instanceof GitSettings)) {
      SystemReader.setInstance(new GitSettings(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** An empty file that cannot be written. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, new File("none"), fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
