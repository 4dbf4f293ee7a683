package io.trafficgen.engine;

import io.trafficgen.application.port.FetchOutcome;
import io.trafficgen.application.port.FetchOutcome.Fetched;
import io.trafficgen.application.port.FetchOutcome.NotFetched;
import io.trafficgen.application.port.GuardedHttp;
import io.trafficgen.application.port.HttpCall;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.domain.visit.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.apache.http.Header;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;

/**
 * {@link GuardedHttp} by Apache HttpClient, which dials exactly the addresses it is given; the
 * JDK's client resolves by itself. One client a fetch: fetches are few and keep no connection.
 */
public final class ApacheGuardedHttp implements GuardedHttp {
  /** Apache's own are none, and this memory is the server's. */
  private static final MessageConstraints HEADER_BOUNDS =
      MessageConstraints.custom().setMaxLineLength(16_000).setMaxHeaderCount(200).build();

  private final GuardedDns dns;
  private final BotIdentity identity;
  private final ScheduledExecutorService watchdog;

  /**
   * @param watchdog aborts what outlives its deadline; its tasks are short
   */
  public ApacheGuardedHttp(
      EgressPolicy policy,
      NameResolver resolver,
      BotIdentity identity,
      ScheduledExecutorService watchdog) {
    this.dns = new GuardedDns(policy, resolver);
    this.identity = identity;
    this.watchdog = watchdog;
  }

  @Override
  public FetchOutcome send(HttpCall call, int maxBytes, Duration deadline) {
    AtomicBoolean late = new AtomicBoolean();
    try {
      // resolved before the client exists, so that the deadline's abort finds only the network
      InetAddress[] addresses = dns.resolve(call.url());
      HttpRequestBase request = request(call);
      Future<?> abort =
          watchdog.schedule(
              () -> {
                late.set(true);
                request.abort();
              },
              deadline.toMillis(),
              TimeUnit.MILLISECONDS);
      try (CloseableHttpClient client = client(addresses, deadline);
          CloseableHttpResponse response = client.execute(request)) {
        return fetched(call.url(), request, response, maxBytes);
      } finally {
        abort.cancel(false);
      }
    } catch (IOException | RuntimeException e) {
      return new NotFetched(
          late.get() ? FailureReason.TIMEOUT : Failures.reason(e), Failures.detail(e));
    }
  }

  private HttpRequestBase request(HttpCall call) {
    HttpRequestBase request =
        call.json()
            .<HttpRequestBase>map(json -> {
              HttpPost post = new HttpPost(call.url());
              post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
              return post;
            })
            .orElseGet(() -> new HttpGet(call.url()));
    call.headers().forEach(request::setHeader);
    identity.proof(call.url()).forEach(request::setHeader);
    return request;
  }

  private CloseableHttpClient client(InetAddress[] addresses, Duration deadline) {
    int millis = (int) Math.min(deadline.toMillis(), Integer.MAX_VALUE);
    BasicHttpClientConnectionManager connections =
        new BasicHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.INSTANCE)
                .register("https", SSLConnectionSocketFactory.getSocketFactory())
                .build(),
            null,
            null,
            name -> addresses);
    connections.setConnectionConfig(
        ConnectionConfig.custom().setMessageConstraints(HEADER_BOUNDS).build());
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .build())
        .setUserAgent(identity.userAgent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        // A body may name many encodings, each a bomb, and unpack without an end.
        .disableContentCompression()
        .build();
  }

  private static FetchOutcome fetched(
      URI url, HttpRequestBase request, CloseableHttpResponse response, int maxBytes)
      throws IOException {
    int status = response.getStatusLine().getStatusCode();
    Header location = response.getFirstHeader("Location");
    Optional<URI> target =
        status / 100 == 3 && location != null
            ? Optional.of(url.resolve(location.getValue()))
            : Optional.empty();
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      InputStream content = response.getEntity().getContent();
      body = content.readNBytes(maxBytes + 1);
      // closing would read the rest of an endless body
      request.abort();
      if (isPacked(body)) {
        body = unpacked(body, maxBytes);
      }
      if (body.length > maxBytes) {
        return new NotFetched(FailureReason.CONTENT, "longer than " + maxBytes + " bytes: " + url);
      }
    }
    return new Fetched(status, target, new String(body, StandardCharsets.UTF_8));
  }

  /** A file that is packed itself, such as sitemap.xml.gz (RFC 1952, 2.3.1). */
  private static boolean isPacked(byte[] body) {
    return body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
  }

  private static byte[] unpacked(byte[] body, int maxBytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(maxBytes + 1);
    }
  }
}
