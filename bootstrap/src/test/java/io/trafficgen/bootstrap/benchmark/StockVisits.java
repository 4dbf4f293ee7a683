package io.trafficgen.bootstrap.benchmark;

import java.io.IOException;
import java.net.URI;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.WebClient;

/** HtmlUnit as it comes, a fresh client for every visit, images on as in a browser. */
record StockVisits(URI page) implements VisitMaker.OneByOne {
  private static final long SETTLE_MILLIS = 500;

  @Override
  public void visit() throws IOException {
    try (WebClient client = new WebClient()) {
      client.getOptions().setDownloadImages(true);
      client.getOptions().setThrowExceptionOnScriptError(true);
      client.setCssErrorHandler(new SilentCssErrorHandler());
      client.getPage(page.toURL());
      client.waitForBackgroundJavaScriptStartingBefore(SETTLE_MILLIS);
    }
  }

  @Override
  public void close() {}
}
