package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.exit.ProxyAddress;
import io.trafficgen.domain.settings.ThirdPartyBlock;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.exit.Tunnels;
import io.trafficgen.engine.signature.RequestSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.lang3.reflect.FieldUtils;
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
  /** A header's name (RFC 9110, 5.6.2). */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final PageLoad load;
  private final EngineSettings settings;
  private final GuardedDns dns;
  private final AdBlock adBlock;
  private final LoadBudget budget;

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
    load.exit().proxy().ifPresent(this::leaveThrough);
  }

  /**
   * HtmlUnit makes its connections by itself and lets nobody give it others: so they are put where
   * it looks for them. If it ever made others, their names would not resolve, so that nothing
   * leaves directly.
   */
  private void leaveThrough(ProxyAddress proxy) {
    try {
      int millis = (int) settings.bounds().connectTimeout().toMillis();
      FieldUtils.writeField(
          FieldUtils.getDeclaredField(HttpWebConnection.class, "connectionManager_", true),
          this,
          Tunnels.through(proxy, name -> addresses(), millis),
          true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("HtmlUnit cannot be led through a proxy", e);
    }
  }

  @Override
  public WebResponse getResponse(WebRequest request) throws IOException {
    Navigation chain = Navigation.current();
    chain.hop(request, load.hosts(), settings.bounds().maxRedirects());
    dns(chain.target()).check(chain.target());
    if (isBlocked(chain.target())) {
      throw new RefusedException(FailureReason.GUARD, "block list: " + chain.target().getHost());
    }
    budget.admit();
    identify(request, chain.target());
    request.setTimeout((int) settings.bounds().connectTimeout().toMillis());
    return super.getResponse(request);
  }

  @Override
  protected HttpClientBuilder createHttpClientBuilder() {
    return super.createHttpClientBuilder()
        .disableAutomaticRetries()
        .setDefaultConnectionConfig(Tunnels.BOUNDED_HEADERS)
        .setDnsResolver(name -> {
          if (load.exit().proxy().isPresent()) {
            throw new UnknownHostException("HtmlUnit's own connections lead past the exit");
          }
          return addresses();
        });
  }

  @Override
  protected WebResponse downloadResponse(
      HttpUriRequest method, WebRequest request, HttpResponse response, long startTime)
      throws IOException {
    try {
      boolean document = Navigation.current().ofDocument();
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

  /** What Apache's client dials: it asks in the thread of the request, by name alone. */
  private InetAddress[] addresses() throws UnknownHostException {
    try {
      URI target = Navigation.current().target();
      return dns(target).resolve(target);
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      UnknownHostException unknown = new UnknownHostException(e.getMessage());
      unknown.initCause(e);
      throw unknown;
    }
  }

  private boolean isBlocked(URI target) {
    ThirdPartyBlock wanted = load.wishes().blocked();
    return adBlock.blocks(target.getHost(), wanted)
        || (wanted == ThirdPartyBlock.ALL && !isVerified(target));
  }

  private boolean isVerified(URI target) {
    return load.hosts().stream().anyMatch(host -> host.covers(target));
  }

  /** The operator's exemptions hold for verified hosts alone (product page, 1.8). */
  private GuardedDns dns(URI target) {
    return isVerified(target) ? dns : dns.strict();
  }

  private void identify(WebRequest request, URI target) {
    // "User-Agent " is no header to HtmlUnit's list of those that scripts may not set
    request
        .getAdditionalHeaders()
        .keySet()
        .removeIf(name -> !TOKEN.matcher(name).matches() || isProof(name));
    settings.identity().proof(target).forEach(request::setAdditionalHeader);
    request.setAdditionalHeader(
        HttpHeader.USER_AGENT, settings.identity().userAgent(load.device().userAgent()));
    request.setAdditionalHeader(BotIdentity.VISIT_HEADER, load.visit().toString());
    request.setAdditionalHeader(HttpHeader.ACCEPT_LANGUAGE, load.language());
    request.setAdditionalHeader(HttpHeader.ACCEPT_ENCODING, "gzip, deflate");
  }

  /** A script may not sign in our place, and a redirect needs a signature of its own. */
  private static boolean isProof(String name) {
    return RequestSigner.HEADERS.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean isDownload(HttpResponse response) {
    Header disposition = response.getFirstHeader(HttpHeader.CONTENT_DISPOSITION);
    return disposition != null
        && disposition.getValue().strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }
}
