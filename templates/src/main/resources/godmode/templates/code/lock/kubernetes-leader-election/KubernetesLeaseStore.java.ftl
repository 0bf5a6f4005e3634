package ${it.packageName()};

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A {@code Lease} of {@code coordination.k8s.io/v1}. The service account needs {@code get}, {@code
 * create} and {@code patch} of {@code leases} in its namespace.
 */
public final class KubernetesLeaseStore implements LeaseStore {
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final Duration TIMEOUT = Duration.ofSeconds(3); // less than a leader's margin
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final HttpClient http;
  private final URI leases;
  private final String name;
  private final Path token;

  /**
   * @param http which trusts the server
   * @param token a file with the token of the service account; it is read anew for each request,
   *     because Kubernetes changes it
   */
  public KubernetesLeaseStore(
      HttpClient http, URI server, String namespace, String name, Path token) {
    this.http = http;
    this.leases =
        server.resolve("/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases");
    this.name = name;
    this.token = token;
  }

  /** With what Kubernetes gives to every pod. */
  public static KubernetesLeaseStore inPod(String name)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(ACCOUNT.resolve("ca.crt"))) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca" + trusted.size(), each);
      }
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return new KubernetesLeaseStore(
        HttpClient.newBuilder().sslContext(tls).connectTimeout(TIMEOUT).build(),
        URI.create("https://kubernetes.default.svc"),
        Files.readString(ACCOUNT.resolve("namespace")).strip(),
        name,
        ACCOUNT.resolve("token"));
  }

  @Override
  public Optional<Versioned> read() throws IOException, InterruptedException {
    HttpResponse<String> response = send(request("/" + name).GET());
    if (response.statusCode() == 404) {
      return Optional.empty();
    }
    JsonNode lease = JSON.readTree(expect(response, 200).body());
    JsonNode spec = lease.path("spec");
    return Optional.of(
        new Versioned(
            new Lease(
                spec.path("holderIdentity").asText(""),
                spec.path("leaseDurationSeconds").asInt(),
                Instant.parse(spec.path("renewTime").asText("1970-01-01T00:00:00Z")),
                spec.path("leaseTransitions").asInt()),
            lease.path("metadata").path("resourceVersion").asText()));
  }

  @Override
  public boolean create(Lease lease) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    body.putObject("metadata").put("name", name);
    body.set("spec", spec(lease));
    HttpRequest.Builder request =
        request("")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    HttpResponse<String> response = send(request);
    return response.statusCode() != 409 && expect(response, 201) == response;
  }

  /** A merge patch with a version is refused where the version is another; labels stay. */
  @Override
  public boolean replace(Lease lease, String version) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
<#if it.kept("compare the version")>
    body.putObject("metadata").put("resourceVersion", version);
</#if>
    body.set("spec", spec(lease));
    HttpRequest.Builder request =
        request("/" + name)
            .header("Content-Type", "application/merge-patch+json")
            .method(
                "PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    HttpResponse<String> response = send(request);
    return response.statusCode() != 409 && expect(response, 200) == response;
  }

  private static ObjectNode spec(Lease lease) {
    return JSON.createObjectNode()
        .put("holderIdentity", lease.holder())
        .put("leaseDurationSeconds", lease.seconds())
        .put("renewTime", MICROS.format(lease.renewed()))
        .put("leaseTransitions", lease.transitions());
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(URI.create(leases + path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + Files.readString(token).strip());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> expect(HttpResponse<String> response, int status)
      throws IOException {
    if (response.statusCode() != status) {
      throw new IOException(
          response.uri() + ": " + response.statusCode() + " " + response.body());
    }
    return response;
  }
}
