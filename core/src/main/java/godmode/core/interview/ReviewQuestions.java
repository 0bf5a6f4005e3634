package godmode.core.interview;

import godmode.core.decide.ChaosPlan;
import godmode.core.decide.FailureModes;
import godmode.core.evidence.Component;
import godmode.core.evidence.ComponentType;
import godmode.core.fact.Attributes;
import godmode.core.interview.Field.Role;
import godmode.core.interview.Question.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The drafted failure modes and experiments, for a person to look at. */
final class ReviewQuestions {
  /** More components of one type than this are reviewed together. */
  private static final int ALONE_MAX = 3;

  private static final List<String> EDITED =
      List.of("impact", "detection", "recovery", "rto", "rpo");

  /** Several are not changed together. */
  private static final List<Choice> TOGETHER =
      Choices.DRAFTS.stream().filter(choice -> !choice.value().equals("edited")).toList();

  private ReviewQuestions() {}

  static List<Question> review(Sheet sheet) {
    List<Field> fields = new ArrayList<>();
    FailureModes modes = new FailureModes(sheet.it());
    Map<ComponentType, List<Component>> byType = new TreeMap<>();
    for (Component component : sheet.review().topology().components()) {
      if (isReviewed(component.type()) && isOpen(sheet, component)) {
        byType.computeIfAbsent(component.type(), type -> new ArrayList<>()).add(component);
      }
    }
    byType.forEach(
        (type, components) -> {
          if (components.size() > ALONE_MAX) {
            String label = "each " + type.word() + " (" + components.size() + ")";
            fields.add(mode(sheet, modes, label, components, TOGETHER));
          } else {
            components.forEach(component -> alone(sheet, modes, component, fields));
          }
        });
    experiments(sheet, fields);
    return fields.isEmpty()
        ? List.of()
        : List.of(
            sheet.question(
                "review",
                Topic.REVIEW,
                "What happens while each of these is down? Correct what is drafted.",
                List.of(),
                List.of(),
                fields));
  }

  /** What only watches is down without anybody waiting for it. */
  private static boolean isReviewed(ComponentType type) {
    return switch (type) {
      case TRACING, METRICS, DASHBOARD, LOGGING, ADMIN, CONFIG_REPOSITORY, USER -> false;
      default -> true;
    };
  }

  /** Nothing is said of it; what people wrote into the record themselves is reviewed. */
  private static boolean isOpen(Sheet sheet, Component component) {
    return sheet.isMissing(FailureModes.path(component.id(), "reviewed"))
        && sheet.isMissing(FailureModes.path(component.id(), "impact"));
  }

  private static void alone(
      Sheet sheet, FailureModes modes, Component component, List<Field> fields) {
    fields.add(mode(sheet, modes, component.id(), List.of(component), Choices.DRAFTS));
    String reviewed = FailureModes.path(component.id(), "reviewed");
    Map<String, String> drafted = modes.of(component).fields();
    for (String name : EDITED) {
      fields.add(
          sheet
              .field(
                  FailureModes.path(component.id(), name),
                  "  " + name,
                  "What is the " + word(name) + " while " + component.id() + " is down?")
              .like(name.startsWith("r") && name.length() == 3 ? "5m" : "")
              .propose(
                  Optional.ofNullable(drafted.get(name)).map(it -> new Proposal(it, "drafted")))
              .when(reviewed, "edited")
              .role(Role.OPTIONAL)
              .make());
    }
  }

  private static String word(String name) {
    return name.length() == 3 ? name.toUpperCase(java.util.Locale.ROOT) : name;
  }

  private static Field mode(
      Sheet sheet,
      FailureModes modes,
      String label,
      List<Component> components,
      List<Choice> choices) {
    FailureModes.Mode draft = modes.of(components.get(0));
    String example = components.size() == 1 ? "" : " " + components.get(0).id() + ", for example:";
    return sheet
        .field(
            components.stream().map(it -> FailureModes.path(it.id(), "reviewed")).toList(),
            label,
            "Is it so?"
                + example
                + " "
                + capital(draft.impact())
                + ". Noticed: "
                + draft.detection()
                + ". Recovery: "
                + draft.recovery()
                + ". RTO "
                + draft.rto()
                + ". RPO "
                + draft.rpo()
                + ".")
        .of(choices)
        .propose(new Proposal("accepted", summary(draft)))
        .safe("skipped")
        .role(Role.REVIEW)
        .make();
  }

  private static String summary(FailureModes.Mode draft) {
    return draft.impact()
        + "; noticed "
        + draft.detection().replaceFirst("; .*", "")
        + "; back in "
        + draft.rto().replaceFirst("[:,].*", "");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /**
   * The fields that the record gets when what is drafted is accepted, without what it has. Of types
   * with many components only the review itself is kept: their drafts follow the repository.
   *
   * @param now which paths were just said
   */
  static Map<String, String> details(Sheet sheet, Predicate<String> now) {
    Map<String, String> details = new LinkedHashMap<>();
    Map<ComponentType, Long> counts =
        sheet.review().topology().components().stream()
            .collect(Collectors.groupingBy(Component::type, Collectors.counting()));
    List<Component> accepted =
        sheet.review().topology().components().stream()
            .filter(it -> counts.getOrDefault(it.type(), 0L) <= ALONE_MAX)
            .filter(it -> now.test(FailureModes.path(it.id(), "reviewed")))
            .filter(it -> !said(sheet, FailureModes.path(it.id(), "reviewed")).equals("skipped"))
            .toList();
    if (!accepted.isEmpty()) {
      FailureModes modes = new FailureModes(sheet.it());
      for (Component component : accepted) {
        modes
            .of(component)
            .fields()
            .forEach(
                (name, text) ->
                    missing(sheet, FailureModes.path(component.id(), name), text, details));
      }
    }
    experimentDetails(sheet, now, details);
    return details;
  }

  private static String said(Sheet sheet, String path) {
    return sheet.review().declared().text(path).orElse("");
  }

  private static void missing(Sheet sheet, String path, String text, Map<String, String> details) {
    if (said(sheet, path).isEmpty()) {
      details.put(path, text);
    }
  }

  private static void experimentDetails(
      Sheet sheet, Predicate<String> now, Map<String, String> details) {
    List<String> keys =
        sheet.review().declared().keys("experiments").stream()
            .filter(key -> now.test("experiments." + key + ".name"))
            .toList();
    List<ChaosPlan.Experiment> drafted =
        keys.isEmpty()
            ? List.of()
            : new ChaosPlan(sheet.it(), sheet.review().topology()).experiments();
    for (String key : keys) {
      String path = "experiments." + key + ".";
      drafted.stream()
          .filter(it -> it.name().equals(said(sheet, path + "name")))
          .findFirst()
          .ifPresent(
              it -> {
                missing(sheet, path + "target", it.target(), details);
                missing(sheet, path + "command", it.command(), details);
                missing(sheet, path + "duration", it.duration(), details);
                missing(sheet, path + "observe", it.observe(), details);
                missing(sheet, path + "must-hold", it.mustHold(), details);
              });
    }
  }

  private static void experiments(Sheet sheet, List<Field> fields) {
    if (!sheet.isWanted("experiments")) {
      return;
    }
    List<ChaosPlan.Experiment> drafted =
        new ChaosPlan(sheet.it(), sheet.review().topology()).experiments();
    String names =
        drafted.stream().map(ChaosPlan.Experiment::name).collect(Collectors.joining(", "));
    String what =
        drafted.stream()
            .map(it -> " " + capital(it.name()) + ": what must hold is that " + it.mustHold() + ".")
            .collect(Collectors.joining());
    fields.add(
        sheet
            .field(
                "experiments",
                "experiments",
                "Which experiments prove the partition plan before production?" + what)
            .like(Questions.example(Attributes.EXPERIMENTS))
            .propose(
                names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Proposal(names, "drafted for what was detected")))
            .safe(names)
            .make());
  }
}
