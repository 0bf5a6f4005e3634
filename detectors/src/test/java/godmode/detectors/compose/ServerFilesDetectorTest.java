package godmode.detectors.compose;

import static org.assertj.core.api.Assertions.assertThat;

import godmode.detectors.read.MemorySnapshot;
import org.junit.jupiter.api.Test;

class ServerFilesDetectorTest {
  @Test
  void reads_what_is_mounted_and_what_is_built_in() {
    MemorySnapshot files =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  web:
                    build: web
                  stock: {image: acme/stock}
                  metrics:
                    image: prom/prometheus
                    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]
                  charts:
                    image: grafana/grafana
                    volumes: ["./provisioning:/etc/grafana/provisioning"]
                """)
            .with("web/Dockerfile", "FROM nginx\nCOPY site.conf /etc/nginx/conf.d/\n")
            .with(
                "web/site.conf",
                """
                server {
                  location /stock { proxy_pass http://stock:8080; }
                  location /self { proxy_pass http://localhost:8081; }
                  location /env { proxy_pass http://${OTHER}; }
                }
                """)
            .with("web/filebeat.yml", "output.logstash.hosts: [logs:5044]\n")
            .with(
                "prometheus.yml",
                "scrape_configs:\n- static_configs:\n  - targets: ['localhost:9090', 'stock:8080']\n")
            .with(
                "provisioning/datasources/all.yml",
                "datasources:\n- {type: prometheus, url: 'http://metrics:9090'}\n");

    assertThat(Detections.in(new ServerFilesDetector(), files))
        .containsExactly(
            "web/filebeat.yml:1 web -> logs log logstash",
            "web/filebeat.yml:1 logs called logstash",
            "web/site.conf:2 web -> stock route http",
            "prometheus.yml:3 metrics -> stock metrics http",
            "provisioning/datasources/all.yml:2 charts -> metrics metrics prometheus");
  }

  @Test
  void reads_the_pipeline_that_logstash_is_started_with() {
    MemorySnapshot files =
        new MemorySnapshot()
            .with(
                "compose.yaml",
                """
                services:
                  logs:
                    image: logstash
                    command: >-
                      logstash -e 'input { tcp { port => 5000 } }
                      output { elasticsearch { hosts => ["search:9200"] } }'
                  search: {image: elasticsearch}
                """);

    assertThat(Detections.in(new ServerFilesDetector(), files))
        .containsExactly("4 logs -> search data elasticsearch");
  }
}
