package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.NoHttpResponseException;
import org.htmlunit.HttpHeader;
import org.htmlunit.Page;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.TopLevelWindow;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebWindow;
import org.htmlunit.html.BaseFrameElement;
import org.htmlunit.html.FrameWindow;

/**
 * The browser of one load: HtmlUnit with what is dangerous switched off or bounded. It is no
 * sandbox (security page, 5.3); the worker process around it is the second wall.
 */
final class GuardedWebClient extends WebClient {
  private static final long serialVersionUID = 1L;

  /** No file, jar or ftp: these never meet the connection's guard. */
  private static final List<String> SCHEMES = List.of("http", "https", "about", "data", "blob");

  private final transient GuardedConnection connection;
  private final transient EngineBounds bounds;
  private final transient LoadBudget budget;
  private final transient Map<String, WebResponse> images = new ConcurrentHashMap<>();
  private transient Optional<WebResponse> page = Optional.empty();

  GuardedWebClient(PageLoad load, Loads loads, LoadBudget budget) {
    super(BotBrowser.of(load, loads.identity()));
    setJavaScriptEngine(new SharingScriptEngine(this, loads.texts()));
    setCache(new LoadCache(loads.texts()));
    this.budget = budget;
    this.bounds = loads.bounds();
    this.connection =
        new GuardedConnection(this, load, loads, new LoadGuard(load, loads, budget), budget);
    setWebConnection(connection);
    configure(load);
    CookieJar.fill(getCookieManager(), load.cookies());
  }

  /** The answer that the page itself came with, after redirects. */
  Optional<WebResponse> page() {
    return page;
  }

  /** Closes every connection of the load, whatever thread waits on it. */
  void cut() {
    connection.close();
  }

  @Override
  public WebResponse loadWebResponse(WebRequest request) throws IOException {
    String url = request.getUrl().toExternalForm();
    try {
      Navigation navigation = Navigation.begin(request);
      if (!SCHEMES.contains(request.getUrl().getProtocol())) {
        throw new RefusedException(FailureReason.GUARD, "scheme of " + url);
      }
      if (budget.wasRefused(url)) {
        throw new RefusedException(FailureReason.GUARD, "refused before: " + url);
      }
      WebResponse response = response(request, url);
      if (page.isEmpty() && navigation.ofTopWindow() && url.startsWith("http")) {
        page = Optional.of(response);
      }
      return response;
    } catch (NoHttpResponseException e) {
      // HtmlUnit would make up an answer with status 0
      throw new ConnectException("closed without an answer: " + url);
    } catch (IOException e) {
      if (Failures.isRefusal(e)) {
        budget.refused(url);
      }
      FailureReason reason = Failures.reason(e);
      if (LoadGuard.endsVisit(reason) && asksForPage(request)) {
        budget.spoil(reason, Failures.detail(e));
      }
      throw e;
    } finally {
      Navigation.end();
    }
  }

  /** An image that a page shows twice is asked for once, as browsers do, whatever its headers. */
  private WebResponse response(WebRequest request, String url) throws IOException {
    boolean image = request.getFetchDestination() == WebRequest.FetchDestination.IMAGE;
    if (image && images.containsKey(url)) {
      return images.get(url);
    }
    WebResponse response = super.loadWebResponse(request);
    if (image) {
      images.put(url, response);
    }
    return response;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as HtmlUnit declares it
  public <P extends Page> P getPage(WebWindow window, WebRequest request) throws IOException {
    markFrame(window, request);
    return super.getPage(window, request);
  }

  @Override
  public void download(
      WebWindow requester,
      String target,
      WebRequest request,
      boolean checkHash,
      String attachment,
      String origin) {
    if (target == null || target.isEmpty() || TARGET_SELF.equals(target)) {
      markFrame(requester, request);
    }
    super.download(requester, target, request, checkHash, attachment, origin);
  }

  /** A worker's script and an image button come without a destination of their own. */
  private static boolean asksForPage(WebRequest request) {
    String accepted = request.getAdditionalHeader(HttpHeader.ACCEPT);
    return Navigation.current().ofTopWindow() && accepted != null && accepted.contains("text/html");
  }

  /** HtmlUnit takes any navigation by script for one of the top window. */
  private static void markFrame(WebWindow window, WebRequest request) {
    if (window instanceof FrameWindow) {
      request.setFetchDestination(WebRequest.FetchDestination.IFRAME);
    }
  }

  @Override
  public void addCookie(String text, URL page, Object origin) {
    if (CookieJar.permits(text, page)) {
      super.addCookie(text, page, origin);
    }
  }

  @Override
  public WebWindow openTargetWindow(WebWindow opener, String name, String defaultName) {
    if (getWebWindows().size() >= bounds.maxWindows()) {
      throw new IllegalStateException("more than " + bounds.maxWindows() + " windows");
    }
    return super.openTargetWindow(opener, name, defaultName);
  }

  private void configure(PageLoad load) {
    // a visitor's browser asks for images; HtmlUnit reads their bytes and decodes nothing
    getOptions().setDownloadImages(true);
    getOptions().setWebSocketEnabled(false);
    getOptions().setPopupBlockerEnabled(true);
    getOptions().setGeolocationEnabled(false);
    getOptions().setPageRefreshLimit(bounds.refreshLimit());
    setRefreshHandler(new PageRefresh());
    getOptions().setHistoryPageCacheLimit(1);
    getOptions().setTimeout((int) bounds.connectTimeout().toMillis());
    getOptions().setThrowExceptionOnFailingStatusCode(false);
    getOptions().setThrowExceptionOnScriptError(false);
    getOptions().setPrintContentOnFailingStatusCode(false);
    getOptions().setScreenWidth(load.device().width());
    getOptions().setScreenHeight(load.device().height());
    TopLevelWindow window = (TopLevelWindow) getCurrentWindow();
    window.setInnerWidth(load.device().width());
    window.setInnerHeight(load.device().height());
    setJavaScriptTimeout(bounds.scriptTime().toMillis());
    setJavaScriptErrorListener(new RunawayScripts(budget));
    setCssErrorHandler(new SilentCssErrorHandler());
    setIncorrectnessListener((message, origin) -> {});
    setFrameContentHandler(this::mayLoad);
  }

  private boolean mayLoad(BaseFrameElement frame) {
    int depth = 0;
    WebWindow window = frame.getEnclosedWindow();
    while (!window.equals(window.getParentWindow())) {
      window = window.getParentWindow();
      depth++;
    }
    return depth <= bounds.maxFrameDepth() && getWebWindows().size() <= bounds.maxWindows();
  }
}
