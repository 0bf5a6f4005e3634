package godmode.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreCommitHookTest {
  private static final Release FROM = Release.of("acme/godmode@v1.2", Optional.empty());

  private static String added(String configuration, String directory) {
    return String.join("\n", PreCommitHook.lines(configuration, FROM, directory)) + "\n";
  }

  @Test
  void a_file_as_pre_commit_prints_it_keeps_its_wide_dashes() {
    assertThat(
            added(
                """
                repos:
                -   repo: https://github.com/pre-commit/pre-commit-hooks
                    rev: v3.2.0
                    hooks:
                    -   id: trailing-whitespace
                """,
                ""))
        .isEqualTo(
            """
            -   repo: https://github.com/acme/godmode
                rev: v1.2
                hooks:
                -   id: godmode
            """);
  }

  @Test
  void a_file_with_two_spaces_keeps_them_and_a_part_of_the_repository_is_named() {
    assertThat(
            added(
                """
                repos:
                  - repo: https://github.com/psf/black
                    rev: 24.1.0
                    hooks:
                      - id: black
                        args: [--check]
                """,
                "services/shop"))
        .isEqualTo(
            """
              - repo: https://github.com/acme/godmode
                rev: v1.2
                hooks:
                  - id: godmode
                    args: [services/shop]
            """);
  }

  @Test
  void an_empty_file_gets_the_usual_form_and_odd_paths_are_quoted() {
    assertThat(added("", "it's, [odd]"))
        .isEqualTo(
            """
              - repo: https://github.com/acme/godmode
                rev: v1.2
                hooks:
                  - id: godmode
                    args: ['it''s, [odd]']
            """);
    assertThat(PreCommitHook.hasList("repos: []\n")).isFalse();
    assertThat(PreCommitHook.hasList("# ours\nrepos:\n- repo: local\n")).isTrue();
  }

  @Test
  void it_is_recognised_in_every_form_but_not_in_a_comment() {
    for (String there :
        List.of(
            "    - id: godmode\n",
            "      - name: x\n        id: 'godmode'\n",
            "hooks: [{id: godmode, args: [a]}]\n",
            "  - id: godmode # ours\n",
            "  - id: godmode")) {
      assertThat(PreCommitHook.isIn("repos:\n" + there)).as(there).isTrue();
    }
    for (String other :
        List.of("  # - id: godmode\n", "  - id: godmode-extra\n", "- repo: acme/godmode\n")) {
      assertThat(PreCommitHook.isIn("repos:\n" + other)).as(other).isFalse();
    }
  }
}
