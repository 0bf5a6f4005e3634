package godmode.detectors.kubernetes;

import com.google.auto.service.AutoService;
import godmode.core.catalog.Technologies;
import godmode.core.evidence.Claim.ChannelSeen;
import godmode.core.evidence.EvidenceSink;
import godmode.core.evidence.Said;
import godmode.core.fact.Attribute;
import godmode.core.fact.Attributes;
import godmode.detectors.Detector;
import godmode.detectors.Units;
import godmode.detectors.read.kubernetes.KubernetesObject;
import godmode.detectors.read.kubernetes.KubernetesObjects;
import godmode.detectors.read.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Topics that resources of Strimzi create, on the cluster that their label names. */
@AutoService(Detector.class)
public final class TopicResourceDetector implements Detector {
  @Override
  public String id() {
    return "kubernetes-topics";
  }

  @Override
  public void detect(Units units, Technologies known, EvidenceSink sink) {
    for (KubernetesObjects unit : units.of(KubernetesObjects.class)) {
      EvidenceSink.Of out = sink.of(id(), unit.source());
      for (KubernetesObject object : unit.objects()) {
        boolean strimzi = object.group().equals("kafka.strimzi.io");
        Optional<String> broker = Optional.ofNullable(object.labels().get("strimzi.io/cluster"));
        if (strimzi && object.kind().equals("KafkaTopic") && broker.isPresent()) {
          topic(object, broker.get(), out);
        }
      }
    }
  }

  private static void topic(KubernetesObject object, String broker, EvidenceSink.Of out) {
    Optional<Located> spec = object.root().at("spec");
    List<Said<?>> properties = new ArrayList<>();
    number(spec, "replicas", Attributes.REPLICATION_FACTOR, properties);
    number(spec, "partitions", Attributes.PARTITIONS, properties);
    number(
        spec.flatMap(of -> of.at("config")),
        "min.insync.replicas",
        Attributes.MIN_INSYNC_REPLICAS,
        properties);
    String name = spec.flatMap(of -> of.text("topicName")).orElse(object.name());
    out.stated(new ChannelSeen(broker, name, properties), object.at());
  }

  private static void number(
      Optional<Located> of, String key, Attribute<Integer> attribute, List<Said<?>> into) {
    Optional<Located> written = of.flatMap(value -> value.at(key));
    written
        .map(Located::written)
        .filter(text -> text.matches("\\d{1,6}"))
        .ifPresent(
            text -> into.add(Said.stated(attribute, Integer.valueOf(text), written.get().place())));
  }
}
