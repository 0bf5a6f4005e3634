package godmode.detectors.settings;

import java.util.List;

/** The settings of all technologies whose keys we know. */
public final class ServerSettings {
  private static final List<TechnologySettings> KNOWN =
      List.of(
          new ConnectSettings(),
          new ConsulSettings(),
          new ElasticsearchSettings(),
          new EtcdSettings(),
          new HazelcastSettings(),
          new InfinispanSettings(),
          new KafkaSettings(),
          new MongoSettings(),
          new MySqlSettings(),
          new NacosSettings(),
          new PatroniSettings(),
          new PostgresSettings(),
          new RabbitSettings(),
          new RedisSettings(),
          new ZooKeeperSettings());

  private ServerSettings() {}

  /**
   * What settings say of a server.
   *
   * @param technology catalog id of what runs; of an unknown one nothing is read
   * @param written the strongest first: what overrides stands before what is overridden
   */
  public static Reading of(String technology, List<WrittenSetting> written) {
    Reading reading = new Reading();
    for (TechnologySettings known : KNOWN) {
      if (known.technologies().contains(technology)) {
        known.read(written, reading);
      }
    }
    return reading;
  }
}
