package godmode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @Test
  void bash_accepts_the_script_and_completes_options(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("godmode.bash");
    Files.writeString(script, printed("bash"));
    Files.writeString(
        folder.resolve("ask.bash"),
        """
        compopt() { :; } # bash knows it only while it completes
        source "$1"
        COMP_WORDS=(godmode distributed --val)
        COMP_CWORD=2
        _complete_godmode
        echo "${COMPREPLY[@]}"
        """);
    Process bash =
        new ProcessBuilder("bash", folder.resolve("ask.bash").toString(), script.toString())
            .redirectErrorStream(true)
            .start();
    String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(answer).isEqualTo("--validate\n");
  }

  @Test
  void zsh_takes_the_script_of_bash() throws IOException {
    assertThat(printed("zsh")).isEqualTo(printed("bash")).contains("bashcompinit");
  }

  @Test
  void fish_gets_every_command_and_option_with_its_description() throws IOException {
    assertThat(printed("fish").lines())
        .contains(
            "complete -c godmode -n __fish_use_subcommand -f -a 'rules' -d 'List every rule: name,"
                + " checklist item, title, and the evidence that it reads.'",
            "complete -c godmode -n '__fish_seen_subcommand_from distributed' -l cap -d 'CAP and"
                + " PACELC, consistency per operation.'")
        .allMatch(line -> line.startsWith("complete -c godmode ") || line.startsWith("# "));
  }

  private static String printed(String shell) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Godmode.run(
            new PrintWriter(out),
            new PrintWriter(err),
            new Godmode.Surroundings(Clock.systemUTC(), false, false, ""),
            "completion",
            shell);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    return out.toString();
  }
}
