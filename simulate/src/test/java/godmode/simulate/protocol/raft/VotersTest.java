package godmode.simulate.protocol.raft;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.simulate.protocol.raft.Voters.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VotersTest {
  /** New voters, old voters, votes of servers 1, 2, … (y, n or _), and what they decide. */
  private static final String ELECTIONS =
      """
      -         -      -       WON
      1         -      _       PENDING
      1         -      y       WON
      1         -      n       LOST
      1,2       -      y_      PENDING
      1,2       -      yy      WON
      1,2       -      n_      LOST
      1,2,3     -      y__     PENDING
      1,2,3     -      yy_     WON
      1,2,3     -      yn_     PENDING
      1,2,3     -      nn_     LOST
      1,2,3     -      ynn     LOST
      1,2,3,4   -      yy__    PENDING
      1,2,3,4   -      yyy_    WON
      1,2,3,4   -      yynn    LOST
      1,2,3,4   -      nn__    LOST
      1,2,3,4,5 -      yyn__   PENDING
      1,2,3,4,5 -      yyyn_   WON
      1,2,3,4,5 -      nnn__   LOST
      1         1      y       WON
      1         2      y_      PENDING
      1         2      yn      LOST
      1,2       3,4    yy__    PENDING
      1,2       3,4    yyy_    PENDING
      1,2       3,4    yyyy    WON
      1,2       3,4    yyn_    LOST
      1,2,3     2,3,4  _yy_    WON
      1,2,3     2,3,4  yy__    PENDING
      1,2,3     2,3,4  nyn_    LOST
      1,2,3     4,5,6  yy_yy_  WON
      1,2,3     4,5,6  yyynn_  LOST
      1,2,3     4,5,6  yyyyn_  PENDING
      """;

  /** New voters, old voters, index of servers 1, 2, … and what is committed. */
  private static final String COMMITS =
      """
      -         -      -              2147483647
      1         -      0              0
      1         -      12             12
      1,2       -      12,0           0
      1,2       -      12,5           5
      1,2,3     -      12,5,0         5
      1,2,3     -      12,5,7         7
      1,2,3     -      9,9,0          9
      1,2,3,4   -      9,8,7,6        7
      1,2,3,4   -      9,9,0,0        0
      1,2,3,4,5 -      9,8,7,6,5      7
      1,2,3,4,5 -      9,9,1,1,9      9
      1         2      13,100         13
      1         2      100,13         13
      1,2       2,3    5,7,9          5
      1,2,3     4,5,6  9,9,1,4,4,1    4
      1,2,3     4,5,6  9,9,1,0,0,9    0
      1,2,3     1,2,4  8,6,2,4        6
      1,2,3     3,4,5  1,2,3,4,5      2
      1,2,3,4   2,3    9,5,4,8        4
      """;

  private static List<Integer> servers(String text) {
    List<Integer> all = new ArrayList<>();
    for (String server : text.equals("-") ? new String[0] : text.split(",", -1)) {
      all.add(Integer.parseInt(server));
    }
    return all;
  }

  private static Result result(Voters voters, String votes) {
    long yes = 0;
    long no = 0;
    for (int i = 0; i < votes.length(); i++) {
      yes |= votes.charAt(i) == 'y' ? 1L << (i + 1) : 0;
      no |= votes.charAt(i) == 'n' ? 1L << (i + 1) : 0;
    }
    return voters.result(yes, no, Voters.MAJORITY);
  }

  @Test
  void votes_decide_as_soon_as_they_can() {
    int cases = 0;
    for (String row : ELECTIONS.lines().toList()) {
      String[] cell = row.trim().split(" +", -1);
      Voters voters = new Voters(servers(cell[0]), servers(cell[1]));
      Voters turned = new Voters(servers(cell[1]), servers(cell[0]));
      assertThat(result(voters, cell[2])).as(row).isEqualTo(Result.valueOf(cell[3]));
      assertThat(result(turned, cell[2])).as("turned: " + row).isEqualTo(Result.valueOf(cell[3]));
      cases++;
    }
    assertThat(cases).isEqualTo(32);
  }

  @Test
  void an_entry_is_committed_when_both_majorities_have_it() {
    int cases = 0;
    for (String row : COMMITS.lines().toList()) {
      String[] cell = row.trim().split(" +", -1);
      List<Integer> indexes = servers(cell[2]);
      Voters voters = new Voters(servers(cell[0]), servers(cell[1]));
      assertThat(voters.committed(server -> indexes.get(server - 1), Voters.MAJORITY))
          .as(row)
          .isEqualTo(Integer.parseInt(cell[3]));
      cases++;
    }
    assertThat(cases).isEqualTo(20);
  }

  /** What is committed is the highest index for which an election of those who have it is won. */
  @Test
  void votes_and_commits_agree_for_every_small_configuration() {
    int cases = 0;
    for (int now = 0; now < 16; now++) {
      for (int before = 0; before < 16; before++) {
        Voters voters = new Voters(members(now), members(before));
        for (int match = 0; match < 81; match++) {
          int[] index = {match % 3, match / 3 % 3, match / 9 % 3, match / 27};
          int most = voters.committed(server -> index[server], Voters.MAJORITY);
          for (int level = 1; level <= 2; level++) {
            long have = 0;
            for (int server = 0; server < 4; server++) {
              have |= index[server] >= level ? 1L << server : 0;
            }
            boolean wins = voters.result(have, ~have, Voters.MAJORITY) == Result.WON;
            assertThat(most >= level).isEqualTo(wins);
            cases++;
          }
        }
      }
    }
    assertThat(cases).isEqualTo(16 * 16 * 81 * 2);
  }

  private static List<Integer> members(int bits) {
    Set<Integer> members = new LinkedHashSet<>();
    for (int server = 0; server < 4; server++) {
      if ((bits >> server & 1) == 1) {
        members.add(server);
      }
    }
    return List.copyOf(members);
  }
}
