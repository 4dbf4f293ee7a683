package io.trafficgen.engine;

import io.trafficgen.domain.visit.FailureReason;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.SilentJavaScriptErrorListener;

/** Notes a script that was ended at its bound; a page's ordinary errors are its own business. */
final class RunawayScripts extends SilentJavaScriptErrorListener {
  private static final long serialVersionUID = 1L;

  private final transient LoadBudget budget;

  RunawayScripts(LoadBudget budget) {
    this.budget = budget;
  }

  @Override
  public void timeoutError(HtmlPage page, long allowedTime, long executionTime) {
    budget.spoil(FailureReason.TIMEOUT, "a script ran for " + executionTime + " ms");
  }
}
