package godmode.templates.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Files of an experiment beside a simulated cluster of three that is whole, and a person who says
 * yes.
 *
 * @param root where the files are
 * @param state of the cluster
 */
record Trial(Path root, Path state) {
  /** Files in $S are what the cluster is like; toxics are files there, too. */
  private static final String DOCKER =
      """
      #!/bin/sh
      [ "$1" = context ] && exec cat "$S/host"
      shift 3
      service=$1 command=$2
      member=${service##*-}
      if [ "$command" = etcdctl ]; then
        [ -e "$S/split" ] && exit 0
        [ -e "$S/down-$member" ] && exit 1
        reached=1
        for other in 1 2 3; do
          [ "$other" = "$member" ] && continue
          cat "$S"/toxics/?."$member-to-$other".* "$S"/toxics/?."$other-to-$member".* 2>/dev/null |
            grep -q timeout || reached=$((reached + 1))
        done
        [ "$reached" -ge 2 ]
        exit
      fi
      if [ "$3" = list ]; then
        count=$(ls "$S/toxics" | grep -c "^$member\\.")
        printf 'a\\t0.0.0.0:2\\tmember:2\\tenabled\\t%s\\n' "$count"
        exit
      fi
      verb=$4 name=$6
      for proxy in "$@"; do :; done
      file=$S/toxics/$member.$proxy.${name#experiment-}
      case $verb in
        add) echo "$8" > "$file"; echo "$member.$proxy.${name#experiment-}" >> "$S/added" ;;
        remove) rm "$file" ;;
      esac
      """;

  private static final String KUBECTL =
      """
      #!/bin/sh
      [ "$1" = config ] && exec cat "$S/context"
      [ "$1 $2 $3 $4" = '--context kind-shop -n shop' ] || exit 9
      case "$5 $6" in
        'get pods') cat "$S/pods" ;;
        'get networkchaos') cat "$S/other" ;;
        'apply -f') echo "$7" >> "$S/added"; : > "$S/toxics/there" ;;
        wait*) [ ! -e "$S/uninjected" ] ;;
        delete*) rm -f "$S/toxics/there" ;;
        *) exit 9 ;;
      esac
      """;

  private static final String SLEEP = "#!/bin/sh\n. \"$S/asleep\"\n";

  /** Writes the files and a cluster into this folder. */
  static Trial of(Path folder, Pattern pattern, Code code) throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.createDirectory(state.resolve("toxics"));
    for (Code.SourceFile file : code.of(pattern, Flavour.DEPLOYMENT)) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    Map.of("docker", DOCKER, "kubectl", KUBECTL, "sleep", SLEEP)
        .forEach((tool, text) -> executable(state.resolve(tool), text));
    Trial trial = new Trial(folder.resolve("deploy").resolve(pattern.name()), state);
    trial.has("asleep", ":");
    trial.has("host", "unix:///var/run/docker.sock\n");
    trial.has("context", "kind-shop\n");
    trial.has("pods", "True\nTrue\nTrue\n");
    trial.has("other", "");
    return trial;
  }

  private static void executable(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  void has(String file, String text) throws IOException {
    Files.writeString(state.resolve(file), text);
  }

  String file(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** Runs it, and says with which code it ended. */
  int run(String answer, String duration, String fault) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", root.resolve("experiment.sh").toString(), fault)
            .redirectErrorStream(true)
            .redirectInput(Files.writeString(state.resolve("answer"), answer + "\n").toFile())
            .redirectOutput(state.resolve("said").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("S", state.toString());
    environment.put("CONTEXT", "kind-shop");
    environment.put("NAMESPACE", "shop");
    environment.put("DURATION", duration);
    environment.put("CHECK", "[ ! -e \"$S/harmful\" ] || [ ! -e \"$S/toxics/there\" ]");
    environment.merge("PATH", state + ":", (old, ours) -> ours + old);
    try {
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after a minute");
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  int run(String fault) throws IOException {
    return run("yes", "60", fault);
  }

  /** The faults that were put there, and maybe taken away again. */
  List<String> added() throws IOException {
    Path log = state.resolve("added");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  void refuses(String answer, String duration) throws IOException {
    assertThat(run(answer, duration, "one-member")).isEqualTo(1);
    assertThat(added()).isEmpty();
  }

  void isClean() throws IOException {
    try (Stream<Path> left = Files.list(state.resolve("toxics"))) {
      assertThat(left).isEmpty();
    }
  }
}
