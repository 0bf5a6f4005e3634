package godmode.detectors.compose;

import godmode.core.catalog.Technology;
import godmode.core.evidence.ComponentType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells containers that run to an end, or only make load, from parts of the system. */
final class Jobs {
  private static final Pattern LOAD_GENERATOR =
      Pattern.compile(
          "(.*[-_])?(load-?gen(erator)?|load-?test(er|ing|s)?|user-sim(ulator)?|locust|k6|jmeter"
              + "|gatling|traffic-?gen(erator)?)([-_](master|worker|slave).*)?");

  private static final Pattern SETUP_NAME =
      Pattern.compile(
          "(.*[-_.])?(init|initiali[sz]er|setup|migrat(e|ion|ions|or)|seed(er)?|bootstrap"
              + "|provision(er)?|createbuckets|create-topics?|topic-creator|wait)([-_.].*)?");

  /** Client programs that set servers up. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "(?s).*(^|[\\s/;&|(\"'])(kafka-topics(\\.sh)?|kafka-configs(\\.sh)?|mongo|mongosh|psql"
              + "|redis-cli|mysql(?=\\s+-)|etcdctl|rabbitmqadmin|cqlsh|mc|zkCli\\.sh|vault|kafka-storage(\\.sh)?)"
              + "[\\s\"'].*");

  /** Programs and scripts that start servers, and stay. */
  private static final Pattern SERVER =
      Pattern.compile(
          "(?s).*(redis-server|redis-sentinel|mongod\\b|mongos\\b|(^|[\\s/;&|\"'])postgres([\\s;&\"']|$)"
              + "|docker-entrypoint|entrypoint\\.sh|/run\\b|run\\.sh|start-kafka"
              + "|kafka-server-start|zookeeper-server|rabbitmq-server|(?<!bootstrap)-server\\b|\\sserver\\b|\\bagent\\b).*");

  private Jobs() {}

  static boolean isLoadGenerator(String name) {
    return LOAD_GENERATOR.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether it does its work once; the places where others wait for its end tell, too. */
  static boolean isJob(Container container, Optional<Technology> image, boolean isWaitedFor) {
    if (image.map(Technology::type).filter(ComponentType.JOB::equals).isPresent()
        || container.service().isJob()
        || isWaitedFor
        || isLoadGenerator(container.name())
        || isLoadGenerator(Images.baseName(container.image()))) {
      return true;
    }
    String command = container.commandText();
    boolean stays =
        container
            .service()
            .tree()
            .text("restart")
            .filter(policy -> policy.equals("always") || policy.equals("unless-stopped"))
            .isPresent();
    boolean client = CLIENT.matcher(command).matches() && !SERVER.matcher(command).matches();
    boolean setup =
        SETUP_NAME.matcher(container.name().toLowerCase(Locale.ROOT)).matches()
            && container.service().ports().isEmpty()
            && (image.isPresent() || client);
    return !stays && (client || setup);
  }
}
