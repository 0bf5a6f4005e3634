package godmode.detectors.read.servers;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.core.evidence.SourceFile;
import godmode.detectors.read.MemorySnapshot;
import org.junit.jupiter.api.Test;

class ServerConfigurationTest {
  private static SourceFile file(String text) {
    return new MemorySnapshot().with("conf", text).files().get(0);
  }

  @Test
  void nginx_passes_requests_to_upstreams_variables_and_addresses() {
    assertThat(
            NginxConfiguration.read(
                file(
                    """
                    upstream shop { least_conn; server a:80 weight=2; server b:80; }
                    server {
                      set $stock "http://stock:8080";
                      location / { proxy_pass http://shop/; } # proxy_pass http://old;
                      location /stock { proxy_pass $stock/items; }
                      location /php { fastcgi_pass php:9000; }
                    }
                    """)))
        .hasToString("[a:80 @1, b:80 @1, http://stock:8080/items @5, php:9000 @6]");
  }

  @Test
  void httpd_names_proxied_addresses_with_or_without_path() {
    assertThat(
            LineConfiguration.ofHttpd(
                file(
                    """
                    ProxyPass /order http://order:8080/
                    ProxyPassReverse /order http://order:8080/
                      BalancerMember "ajp://a:8009" route=1
                    RewriteRule ^/x http://elsewhere/ [R]
                    # ProxyPass / http://old/
                    """)))
        .hasToString("[http://order:8080/ @1, ajp://a:8009 @3]");
  }

  @Test
  void haproxy_names_the_servers_of_its_backends() {
    assertThat(
            LineConfiguration.ofHaproxy(
                file("backend b\n  server s1 db-1:5432 check\n  server s2 10.0.0.1:5432\n")))
        .hasToString("[db-1:5432 @2]");
  }

  @Test
  void prometheus_scrapes_static_targets_and_alerts() {
    assertThat(
            YamlConfiguration.ofPrometheus(
                file(
                    """
                    alerting:
                      alertmanagers:
                        - static_configs: [{targets: [alerts:9093]}]
                    scrape_configs:
                      - job_name: a
                        static_configs:
                          - targets: ["a:80", 'b:80']
                      - job_name: k
                        kubernetes_sd_configs: [{role: pod}]
                    """)))
        .hasToString("[a:80 @7, b:80 @7, alertmanager alerts:9093 @3]");
  }

  @Test
  void grafana_has_data_sources_of_a_type() {
    assertThat(
            YamlConfiguration.ofGrafana(
                file("datasources:\n  - {name: P, type: prometheus, url: 'http://p:9090'}\n")))
        .hasToString("[prometheus http://p:9090 @2]");
  }

  @Test
  void beats_send_to_hosts_in_the_form_of_any_version() {
    String text =
        """
        output.logstash:
          hosts: ["logs:5044"]
        output:
          elasticsearch: {hosts: [es:9200], enabled: false}
          kafka.hosts: [kafka:9092]
        """;

    assertThat(YamlConfiguration.ofBeat(file(text)))
        .hasToString("[logstash logs:5044 @2, kafka kafka:9092 @5]");
  }

  @Test
  void logstash_writes_to_stores_and_reads_from_brokers() {
    assertThat(
            LogstashPipeline.read(
                file(
                    """
                    input { beats { port => 5044 } kafka { bootstrap_servers => "k:9092" } }
                    # elasticsearch { hosts => ["old:9200"] }
                    output { elasticsearch { hosts => ["es-1:9200", "es-2:9200"] index => "x" } }
                    """)))
        .hasToString("[kafka k:9092 @1, elasticsearch es-1:9200 @3, elasticsearch es-2:9200 @3]");
  }

  @Test
  void logback_sends_by_appenders_that_are_made_for_it() {
    assertThat(
            LogbackConfiguration.read(
                file(
                    """
                    <configuration>
                      <!-- <appender class="x.LogstashTcpSocketAppender">
                        <destination>old:1</destination></appender> -->
                      <appender name="L" class="net.logstash.logback.appender.LogstashTcpSocketAppender">
                        <destination>${LOGSTASH:-logstash}:5000</destination>
                      </appender>
                      <appender name="F" class="ch.qos.logback.core.FileAppender">
                        <file>app.log</file>
                      </appender>
                    </configuration>
                    """)))
        .hasToString("[logstash ${LOGSTASH:-logstash}:5000 @5]");
  }
}
