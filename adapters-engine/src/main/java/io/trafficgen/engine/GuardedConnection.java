package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.HttpClientBuilder;
import org.htmlunit.DownloadedContent;
import org.htmlunit.HttpHeader;
import org.htmlunit.HttpWebConnection;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;

/**
 * Every HTTP request of one load, redirects included: the guard, the block list, the bounds and the
 * identity stand here, because nothing of a page reaches the network by another way.
 */
final class GuardedConnection extends HttpWebConnection {
  private final PageLoad load;
  private final EngineSettings settings;
  private final GuardedDns dns;
  private final AdBlock adBlock;
  private final LoadBudget budget;

  /** The chain that this thread is loading, and the URI that it dials. */
  private final ThreadLocal<Navigation> navigation = new ThreadLocal<>();

  private final ThreadLocal<URI> dialled = new ThreadLocal<>();

  GuardedConnection(
      WebClient client,
      PageLoad load,
      EngineSettings settings,
      GuardedDns dns,
      AdBlock adBlock,
      LoadBudget budget) {
    super(client);
    this.load = load;
    this.settings = settings;
    this.dns = dns;
    this.adBlock = adBlock;
    this.budget = budget;
  }

  /** Begins a chain of redirects in this thread; {@link #end} must follow. */
  Navigation begin(WebRequest first) {
    Navigation begun = new Navigation(first);
    navigation.set(begun);
    return begun;
  }

  void end() {
    navigation.remove();
  }

  @Override
  public WebResponse getResponse(WebRequest request) throws IOException {
    try {
      URI uri = strict(request);
      dns.check(uri);
      if (adBlock.blocks(uri.getHost())) {
        throw new RefusedException(FailureReason.GUARD, "block list: " + uri.getHost());
      }
      current(request).hop(uri, load.hosts(), settings.bounds().maxRedirects());
      budget.admit();
      identify(request);
      request.setTimeout((int) settings.bounds().connectTimeout().toMillis());
      dialled.set(uri);
      return super.getResponse(request);
    } finally {
      dialled.remove();
    }
  }

  @Override
  protected HttpClientBuilder createHttpClientBuilder() {
    return super.createHttpClientBuilder()
        .disableAutomaticRetries()
        .setDnsResolver(name -> addresses());
  }

  @Override
  protected WebResponse downloadResponse(
      HttpUriRequest method, WebRequest request, HttpResponse response, long startTime)
      throws IOException {
    try {
      boolean document = current(request).ofDocument();
      if (document && isDownload(response)) {
        throw new RefusedException(FailureReason.CONTENT, "a download");
      }
      byte[] body = new byte[0];
      if (response.getEntity() != null) {
        body = Body.read(response.getEntity(), budget.bodyLimit());
      }
      budget.received(body.length);
      if (document && MarkupDepth.exceeds(body, settings.bounds().maxOpenTags())) {
        throw new RefusedException(FailureReason.CONTENT, "elements nested too deep");
      }
      // decoded already: HtmlUnit would inflate it again, lazily and without a bound
      response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
      response.removeHeaders(HttpHeaders.CONTENT_LENGTH);
      DownloadedContent content =
          downloadContent(new ByteArrayInputStream(body), Integer.MAX_VALUE, null);
      return makeWebResponse(response, request, content, 0);
    } catch (IOException e) {
      // before anything closes the stream, which would read the rest of an endless body
      method.abort();
      throw e;
    }
  }

  private InetAddress[] addresses() throws UnknownHostException {
    URI uri = dialled.get();
    if (uri == null) {
      throw new UnknownHostException("dialled outside a request");
    }
    try {
      return dns.resolve(uri);
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      UnknownHostException unknown = new UnknownHostException(e.getMessage());
      unknown.initCause(e);
      throw unknown;
    }
  }

  private Navigation current(WebRequest request) {
    return Optional.ofNullable(navigation.get()).orElseGet(() -> new Navigation(request));
  }

  private void identify(WebRequest request) {
    request.setAdditionalHeader(
        HttpHeader.USER_AGENT, settings.identity().userAgent(load.device().userAgent()));
    request.setAdditionalHeader(BotIdentity.VISIT_HEADER, load.visit().toString());
    request.setAdditionalHeader(HttpHeader.ACCEPT_LANGUAGE, load.language());
    request.setAdditionalHeader(HttpHeader.ACCEPT_ENCODING, "gzip, deflate");
  }

  private static URI strict(WebRequest request) throws RefusedException {
    try {
      return request.getUrl().toURI();
    } catch (URISyntaxException e) {
      throw new RefusedException(FailureReason.GUARD, "no strict URI: " + request.getUrl());
    }
  }

  private static boolean isDownload(HttpResponse response) {
    Header disposition = response.getFirstHeader(HttpHeader.CONTENT_DISPOSITION);
    return disposition != null
        && disposition.getValue().strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }
}
