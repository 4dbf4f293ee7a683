package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.signature.RequestSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.HttpClientBuilder;
import org.htmlunit.DownloadedContent;
import org.htmlunit.HttpWebConnection;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebResponseData;

/**
 * Every HTTP request of one load, redirects included: the guard, the block list, the bounds and the
 * identity stand here, because nothing of a page reaches the network by another way.
 */
final class GuardedConnection extends HttpWebConnection {
  /** A header's name (RFC 9110, 5.6.2). */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Field CONNECTIONS =
      FieldUtils.getDeclaredField(HttpWebConnection.class, "connectionManager_", true);

  private final PageLoad load;
  private final Loads loads;
  private final LoadGuard guard;
  private final LoadBudget budget;

  GuardedConnection(
      WebClient client, PageLoad load, Loads loads, LoadGuard guard, LoadBudget budget) {
    super(client);
    this.load = load;
    this.loads = loads;
    this.guard = guard;
    this.budget = budget;
    share(new LoadConnections(loads.connections(), guard));
  }

  /**
   * HtmlUnit makes its connections by itself and lets nobody give it others: so they are put where
   * it looks for them. If it ever made others, their names would not resolve, so that nothing
   * leaves past the guard.
   */
  private void share(LoadConnections connections) {
    try {
      FieldUtils.writeField(CONNECTIONS, this, connections, true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("HtmlUnit cannot be led through our connections", e);
    }
  }

  @Override
  public WebResponse getResponse(WebRequest request) throws IOException {
    Navigation chain = Navigation.current();
    int hops = chain.hop(request);
    Optional<SiteCache.Entry> kept =
        cache(chain).flatMap(project -> loads.files().find(project, chain.target()));
    if (kept.isPresent()) {
      guard.check(chain.target(), hops, chain.ofTopWindow());
      return new WebResponse(
          new WebResponseData(
              kept.get().body(), SiteCache.Entry.STATUS, "OK", kept.get().headers()),
          request,
          0);
    }
    guard.admit(chain.target(), hops, chain.ofTopWindow());
    identify(request, chain.target());
    request.setTimeout((int) loads.bounds().connectTimeout().toMillis());
    return super.getResponse(request);
  }

  @Override
  protected HttpClientBuilder createHttpClientBuilder() {
    return super.createHttpClientBuilder()
        .disableAutomaticRetries()
        .setConnectionManagerShared(true)
        .setDnsResolver(name -> {
          throw new UnknownHostException("HtmlUnit's own connections lead past the guard");
        });
  }

  @Override
  protected WebResponse downloadResponse(
      HttpUriRequest method, WebRequest request, HttpResponse response, long startTime)
      throws IOException {
    try {
      Answers.bound(response);
      boolean document = Navigation.current().ofDocument();
      if (document && Answers.isDownload(response)) {
        throw new RefusedException(FailureReason.CONTENT, "a download");
      }
      byte[] body = new byte[0];
      if (response.getEntity() != null) {
        body = Body.read(response.getEntity(), budget.bodyLimit());
      }
      budget.received(body.length);
      if (document && MarkupDepth.exceeds(body, loads.bounds().maxOpenTags())) {
        throw new RefusedException(FailureReason.CONTENT, "elements nested too deep");
      }
      // decoded already: HtmlUnit would inflate it again, lazily and without a bound
      response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
      response.removeHeaders(HttpHeaders.CONTENT_LENGTH);
      byte[] kept = body;
      cache(Navigation.current())
          .ifPresent(project ->
              loads.files().keep(project, Navigation.current().target(), response, kept));
      DownloadedContent content =
          downloadContent(new ByteArrayInputStream(body), Integer.MAX_VALUE, null);
      return makeWebResponse(response, request, content, 0);
    } catch (IOException e) {
      // before anything closes the stream, which would read the rest of an endless body
      method.abort();
      throw e;
    }
  }

  /** Whose cache a request goes through; what pages load by script is never kept. */
  private Optional<ProjectId> cache(Navigation chain) {
    return load.wishes().cache().filter(project -> chain.ofFile());
  }

  private void identify(WebRequest request, URI target) {
    // "User-Agent " is no header to HtmlUnit's list of those that scripts may not set
    request
        .getAdditionalHeaders()
        .keySet()
        .removeIf(name -> !TOKEN.matcher(name).matches() || isProof(name));
    guard.identity(target).forEach(request::setAdditionalHeader);
  }

  /** A script may not sign in our place, and a redirect needs a signature of its own. */
  private static boolean isProof(String name) {
    return RequestSigner.HEADERS.stream().anyMatch(name::equalsIgnoreCase);
  }
}
