package io.trafficgen.engine;

import static io.trafficgen.application.contract.VisitDriverContract.loadOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.engine.signature.SignedKeyDirectory;
import io.trafficgen.engine.signature.SigningKey;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A driver that says and proves who asks, with every single request. */
public interface IdentityContract extends LoopbackContract {
  @Test
  default void every_request_of_a_page_carries_the_identity_and_the_visit_and_proves_it() {
    site().redirect("/who", 302, "/who/home");
    site()
        .html(
            "/who/home",
            """
            <html><head><link rel="stylesheet" href="/who/a.css"><script src="/who/a.js"></script></head>
            <body><img src="/who/a.png"><iframe src="/who/frame"></iframe></body></html>
            """);
    site().text("/who/a.css", "text/css", "body { color: red }");
    site().text("/who/a.js", "text/javascript", "");
    site().redirect("/who/a.png", 307, "/who/b.png");
    site().html("/who/frame", "<p>inside</p>");

    assertThat(driver().load(loadOf(site().url("/who")))).isInstanceOf(Loaded.class);

    List<TestSite.Seen> seen =
        site().seen().stream().filter(one -> one.path().startsWith("/who")).toList();
    assertThat(seen)
        .extracting(TestSite.Seen::path)
        .containsExactlyInAnyOrder(
            "/who",
            "/who/home",
            "/who/a.css",
            "/who/a.js",
            "/who/a.png",
            "/who/b.png",
            "/who/frame");
    Set<String> nonces = new HashSet<>();
    assertThat(seen).allSatisfy(one -> nonces.add(identified(one, site())));
    assertThat(nonces).hasSameSizeAs(seen);
  }

  static String identified(TestSite.Seen seen, TestSite site) {
    assertThat(seen.headers().get("User-Agent"))
        .containsExactly("Mozilla/5.0 (X11) TrafficGenBot/1.2.3 (+https://traffic.example/bot)");
    assertThat(seen.headers().get(BotIdentity.VISIT_HEADER))
        .containsExactly("00000000-0000-4000-8000-000000000001");
    assertThat(seen.header("Accept-Language")).isEqualTo("de-DE,de;q=0.8");
    assertThat(seen.header("Accept-Encoding")).isEqualTo("gzip, deflate");
    assertThat(seen.headers().get("Signature-Agent"))
        .containsExactly(
            "sig1=\"https://traffic.example/.well-known/http-message-signatures-directory\"");
    assertThat(seen.headers().get("Signature-Input")).hasSize(1);
    assertThat(seen.headers().get("Signature")).hasSize(1);
    return SignedRequest.verify(seen, site.host(), publishedKey());
  }

  private static String publishedKey() {
    String json =
        new SignedKeyDirectory(
                Optional.of(SigningKey.parse(SignedRequest.PEM)),
                URI.create("https://traffic.example"),
                InstantSource.system())
            .publish()
            .orElseThrow()
            .json();
    return json.replaceAll(".*\"x\":\"([^\"]+)\".*", "$1");
  }
}
