package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.URL;
import org.htmlunit.NiceRefreshHandler;
import org.htmlunit.Page;
import org.htmlunit.TopLevelWindow;

/** Follows a page's refresh that is due at once, and no page to itself. */
final class PageRefresh extends NiceRefreshHandler {
  private static final long serialVersionUID = 1L;

  private static final int AT_ONCE = 2;

  PageRefresh() {
    super(AT_ONCE);
  }

  @Override
  public void handleRefresh(Page page, URL url, int seconds) throws IOException {
    if (seconds > AT_ONCE || !page.getUrl().toExternalForm().equals(url.toExternalForm())) {
      super.handleRefresh(page, url, seconds);
    } else if (page.getEnclosingWindow() instanceof TopLevelWindow) {
      throw new RefusedException(FailureReason.CONTENT, "refreshes itself without end");
    }
  }
}
