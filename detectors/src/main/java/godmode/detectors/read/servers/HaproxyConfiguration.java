package godmode.detectors.read.servers;

import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where HAProxy passes connections on to, section by section. */
public final class HaproxyConfiguration {
  private static final Pattern SECTION =
      Pattern.compile("^\\s*(listen|backend|frontend|defaults|global)\\b\\s*(\\S*).*$");

  private static final Pattern SERVER =
      Pattern.compile("^\\s*server\\s+\\S+\\s+([A-Za-z][\\w.-]*)(?::(\\d+))?(\\s.*)?$");

  /** A check that asks for more than whether somebody answers. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)^\\s*(option\\s+httpchk\\b.*|http-check\\s.*|tcp-check\\s+expect\\b.*"
              + "|external-check\\s.*|option\\s+external-check\\b.*)$");

  private HaproxyConfiguration() {}

  /**
   * A section with servers.
   *
   * @param servers hosts without ports, those that are only a reserve left out
   * @param asksForRole whether a check can tell one server from another by what it is
   * @param at its first server
   */
  public record Section(String name, List<String> servers, boolean asksForRole, Place at) {
    public Section {
      servers = List.copyOf(servers);
    }
  }

  /** The sections in the order of the file; those without a server are left out. */
  public static List<Section> read(SourceFile file) {
    List<Section> found = new ArrayList<>();
    String name = "";
    List<String> servers = new ArrayList<>();
    boolean role = false;
    boolean standardRole = false;
    Place at = Place.startOf(file.path());
    String[] lines = file.text().orElse("").split("\n", -1);
    for (int i = 0; i <= lines.length; i++) {
      String line = i < lines.length ? lines[i].replaceFirst("#.*$", "").stripTrailing() : "";
      Matcher section = SECTION.matcher(i < lines.length ? line : "global");
      if (section.matches()) {
        if (!servers.isEmpty()) {
          found.add(new Section(name, servers, role || standardRole, at));
        }
        standardRole = name.equals("defaults") ? role : standardRole;
        name = section.group(1).equals("defaults") ? "defaults" : section.group(2);
        servers.clear();
        role = false;
      }
      Matcher server = SERVER.matcher(line);
      if (server.matches() && !isReserve(line)) {
        at = servers.isEmpty() ? new Place(file.path(), i + 1, server.start(1) + 1) : at;
        servers.add(server.group(1));
      }
      role |= ROLE.matcher(line).matches();
    }
    return found;
  }

  private static boolean isReserve(String server) {
    return List.of(server.strip().split("\\s+", -1)).contains("backup");
  }
}
