package io.trafficgen.engine;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.PageScan.Use;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.utils.URIUtils;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.htmlunit.BrowserVersion;
import org.htmlunit.util.UrlUtils;

/** The requests of one load without a browser, each with its redirects. */
final class PlainRequests implements AutoCloseable {
  private final LoadGuard guard;
  private final PlainReader reader;
  private final LoadConnections connections;
  private final CloseableHttpClient client;
  private final RequestConfig config;
  private final PlainJar jar;
  private final PageWishes wishes;
  private final SiteCache names;

  PlainRequests(PageLoad load, Loads loads, LoadBudget budget) {
    this.wishes = load.wishes();
    this.names = loads.names();
    this.reader = new PlainReader(load, loads, budget);
    this.guard = new LoadGuard(load, loads, budget);
    this.connections = new LoadConnections(loads.connections(), guard);
    this.client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setConnectionManagerShared(true)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableContentCompression()
            .disableCookieManagement()
            .disableDefaultUserAgent()
            .disableRedirectHandling()
            .build();
    int millis = (int) loads.bounds().connectTimeout().toMillis();
    this.config =
        RequestConfig.custom()
            .setConnectTimeout(millis)
            .setSocketTimeout(millis)
            .setConnectionRequestTimeout(millis)
            .build();
    this.jar = new PlainJar(load.cookies(), loads.clock());
  }

  List<Cookie> cookies() {
    return jar.cookies();
  }

  /** Asks for {@code url} and follows where it leads. */
  PlainAnswer ask(URI url, Use use, Optional<URI> referer) throws IOException {
    URI target = url;
    for (int hops = 0; ; hops++) {
      if (isKept(target, use)) {
        guard.check(target, hops, false);
        return PlainAnswer.kept(target);
      }
      guard.admit(target, hops, use == Use.PAGE);
      HttpGet request = request(target, use, referer);
      HttpHost site = URIUtils.extractHost(target);
      try (CloseableHttpResponse response = client.execute(site, request)) {
        Answers.bound(response);
        jar.keep(response, target);
        Optional<String> next = Answers.redirect(response);
        if (next.isEmpty()) {
          PlainAnswer answer = reader.read(target, use, request, response);
          keep(target, use, response);
          return answer;
        }
        reader.drop(request, response);
        target = location(target, next.get());
      }
    }
  }

  /** Ends what is under way, in whatever thread. */
  @Override
  public void close() {
    connections.shutdown();
  }

  private boolean isKept(URI target, Use use) {
    return cache(use).flatMap(project -> names.find(project, target)).isPresent();
  }

  private void keep(URI target, Use use, HttpResponse response) {
    cache(use).ifPresent(project -> names.keep(project, target, response, new byte[0]));
  }

  private Optional<ProjectId> cache(Use use) {
    return use.isDocument() ? Optional.empty() : wishes.cache();
  }

  private HttpGet request(URI target, Use use, Optional<URI> referer) {
    HttpGet request = new HttpGet(target);
    request.setConfig(config);
    guard.identity(target).forEach(request::setHeader);
    request.setHeader(HttpHeaders.ACCEPT, accepted(use));
    referer.ifPresent(page ->
        request.setHeader(HttpHeaders.REFERER, PageReader.withoutFragment(page).toString()));
    jar.show(request, target);
    return request;
  }

  private static String accepted(Use use) {
    return switch (use) {
      case PAGE, FRAME -> BrowserVersion.CHROME.getHtmlAcceptHeader();
      case SCRIPT -> BrowserVersion.CHROME.getScriptAcceptHeader();
      case STYLE -> BrowserVersion.CHROME.getCssAcceptHeader();
      case IMAGE -> BrowserVersion.CHROME.getImgAcceptHeader();
    };
  }

  private static URI location(URI from, String location) throws RefusedException {
    // as browsers read it, whatever the RFC says about headers
    String text =
        new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    try {
      return new URI(UrlUtils.resolveUrl(from.toString(), text));
    } catch (URISyntaxException e) {
      throw new RefusedException(FailureReason.GUARD, "no strict URI: " + text);
    }
  }
}
