package godmode.detectors.code;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Match;
import godmode.core.catalog.Side;
import godmode.core.catalog.Technologies;
import godmode.core.catalog.Technology;
import godmode.core.evidence.Claim.ConnectionSeen;
import godmode.core.evidence.ConnectionKind;
import godmode.core.evidence.Environment;
import godmode.core.evidence.Evidence;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Platform;
import godmode.core.evidence.SourceFile;
import godmode.core.fact.Place;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.address.Address;
import godmode.detectors.address.Addresses;
import godmode.detectors.address.ConnectionKinds;
import godmode.detectors.modules.Deployments;
import godmode.detectors.modules.KnownNames;
import godmode.detectors.modules.Module;
import godmode.detectors.modules.Modules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which parts of the system the sources of an application name, whatever their language: by an
 * address in quotes, by what a variable of the environment stands for when nobody sets it, and by
 * an option that is called a host.
 *
 * <p>Sources are not parsed, so only a name that is deployed or built here counts, and comments and
 * tests do not. A variable that a deployment sets says there what it is.
 */
@AutoService(Detector.class)
public final class AddressesInCodeDetector implements Detector {
  private static final Pattern SOURCE =
      Pattern.compile(".*\\.(js|mjs|cjs|ts|jsx|tsx|vue|py|go|rb|php|rs|cs|kt|scala|ex|exs)");

  /** Sources that do not run in production, and those of others. */
  private static final Pattern NOT_RUN =
      Pattern.compile(
          "(?i)(.*/)?(tests?|specs?|__tests__|__mocks__|mocks?|e2e|cypress|node_modules|vendor"
              + "|third_party|dist|docs?|examples?|samples?|fixtures|testdata|migrations|locales)/.*"
              + "|.*([._-](test|tests|spec|stories|min|bundle)|_pb2?(_grpc)?|\\.pb)\\.\\w+"
              + "|(.*/)?(webpack|vite|vue|karma|protractor|jest|gulpfile|gruntfile|rollup|next"
              + "|playwright|setupproxy|conftest|test)[^/]*|(.*/)?[^/]*Tests?\\.(cs|kt|scala|php)");

  private static final Pattern COMMENT = Pattern.compile("\\s*(//|#|\\*|/\\*|<!--|--\\s).*");
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`\\s]{2,300})[\"'`]");

  /** A variable of the environment, and what it stands for where it is not set. */
  private static final Pattern DEFAULT =
      Pattern.compile(
          "(?i)(?:env(?:iron(?:ment)?)?(?:_?var\\w*)?|get_?env\\w*|get|fetch|config\\w*|lookup_?env)"
              + "(?:\\.|\\(|\\[|::var\\()\\s*[\"']?([A-Za-z_]\\w*)[\"']?\\s*[)\\]]*"
              + "\\s*(?:,|\\|\\||\\?\\?|\\?:|\\bor\\b|\\.unwrap_or(?:_else)?\\()\\s*"
              + "(?:\\|_?\\|\\s*)?[\"'`]([^\"'`\\s]{2,300})[\"'`]");

  /** An option whose name says that it is an address: {@code host: 'redis'}. */
  private static final Pattern OPTION =
      Pattern.compile("\\b([A-Za-z_]\\w*)[\"']?\\s*(?::|=>?|:=)\\s*[\"'`]([\\w.:-]{2,200})[\"'`]");

  /** Connection strings of pairs: {@code "Server=db;Username=app"}. */
  private static final Pattern PAIR =
      Pattern.compile(
          "[\"'][^\"']{0,200}?\\b(?i:server|host|hostname|data source|endpoint|bootstrap\\.servers)=\\s*"
              + "(?:tcp:)?([\\w.-]{2,100})(?=[;,:\\s\"'])");

  /** Larger files are generated or bundled, in bytes. */
  private static final long SIZE_MAX = 300_000;

  private static final int LINE_MAX = 1_000;

  @Override
  public String id() {
    return "code-addresses";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    Modules modules = Modules.of(units);
    KnownNames names = KnownNames.of(units, modules);
    Deployments deployments = Deployments.of(units, modules);
    Set<String> folders = new TreeSet<>(deployments.folders());
    modules.startable().forEach(module -> folders.add(module.folder()));
    Map<String, Reader> readers = new TreeMap<>();
    for (String folder : folders) {
      String id = Module.id(folder);
      EvidenceSink.Of out =
          sink.of(id(), new Evidence.Source(id, Platform.APPLICATION, Environment.DEFAULT));
      readers.put(
          folder, new Reader(id, names, deployments.variables(id), known, out, new HashSet<>()));
    }
    for (SourceFile file : units.snapshot().files()) {
      if (SOURCE.matcher(file.name()).matches() && file.size() <= SIZE_MAX) {
        around(file.folder(), folders)
            .filter(folder -> !NOT_RUN.matcher(inside(file.path(), folder)).matches())
            .ifPresent(folder -> Optional.ofNullable(readers.get(folder)).orElseThrow().read(file));
      }
    }
  }

  /** The nearest of these folders above a file. */
  private static Optional<String> around(String folder, Set<String> folders) {
    String at = folder;
    while (!at.isEmpty() && !folders.contains(at)) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return folders.contains(at) ? Optional.of(at) : Optional.empty();
  }

  private static String inside(String path, String folder) {
    return folder.isEmpty() ? path : path.substring(folder.length() + 1);
  }

  /** Reads the sources of one application. */
  private record Reader(
      String owner,
      KnownNames names,
      Set<String> variables,
      Technologies known,
      EvidenceSink.Of out,
      Set<String> once) {
    void read(SourceFile file) {
      String[] lines = file.text().orElse("").split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i];
        if (line.length() <= LINE_MAX && !COMMENT.matcher(line).matches()) {
          read(line, file.path(), i + 1);
        }
      }
    }

    private void read(String line, String path, int number) {
      Matcher unset = DEFAULT.matcher(line);
      boolean isSet = false;
      while (unset.find()) {
        isSet |= variables.contains(unset.group(1));
        if (!isSet && Addresses.isAddressName(unset.group(1))) {
          say(unset.group(1), unset.group(2), new Place(path, number, unset.start(2) + 1));
        }
      }
      if (isSet) {
        return;
      }
      Matcher option = OPTION.matcher(line);
      while (option.find()) {
        if (Addresses.isAddressName(option.group(1))) {
          say(option.group(1), option.group(2), new Place(path, number, option.start(2) + 1));
        }
      }
      Matcher pair = PAIR.matcher(line);
      while (pair.find()) {
        say("", pair.group(1), new Place(path, number, pair.start(1) + 1));
      }
      Matcher quoted = QUOTED.matcher(line);
      while (quoted.find()) {
        if (quoted.group(1).contains("://")) {
          say("", quoted.group(1), new Place(path, number, quoted.start(1) + 1));
        }
      }
    }

    private void say(String name, String value, Place at) {
      for (Address address : Addresses.in(value.replaceFirst("\\$?\\{.*$", ""))) {
        boolean counts = names.isKnown(address.host()) && !names.isOf(address.host(), owner);
        if (counts && once.add(address.host())) {
          Optional<Technology> technology = known.byUrlScheme(value).or(() -> byVariable(name));
          ConnectionKind kind =
              ConnectionKinds.between(Optional.empty(), technology.map(Technology::type));
          String protocol =
              technology
                  .map(Technology::id)
                  .orElse(address.scheme().startsWith("http") ? "http" : "");
          out.stated(new ConnectionSeen(owner, address.host(), kind, protocol, List.of()), at);
        }
      }
    }

    private Optional<Technology> byVariable(String name) {
      return known.byEnvironmentVariable(name).stream()
          .filter(match -> match.side() == Side.CLIENT && match.strong())
          .map(Match::technology)
          .findFirst();
    }
  }
}
