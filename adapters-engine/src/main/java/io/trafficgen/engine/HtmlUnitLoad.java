package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.htmlunit.HttpHeader;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;

/** One page, loaded with a browser of its own. */
final class HtmlUnitLoad implements Loads.Run {
  private final PageLoad load;
  private final Loads loads;
  private final LoadBudget budget;
  private final GuardedWebClient client;

  HtmlUnitLoad(PageLoad load, Loads loads, LoadBudget budget) {
    this.load = load;
    this.loads = loads;
    this.budget = budget;
    this.client = new GuardedWebClient(load, loads, budget);
  }

  @Override
  public Loaded load(Instant start) throws IOException, URISyntaxException {
    WebRequest request =
        new WebRequest(
            load.url().toURL(), client.getBrowserVersion().getHtmlAcceptHeader(), "gzip, deflate");
    load.referer()
        .map(PageReader::withoutFragment)
        .ifPresent(page -> request.setAdditionalHeader(HttpHeader.REFERER, page.toString()));
    Page first = client.getPage(request);
    long settled = loads.bounds().settleTime().toMillis();
    client.waitForBackgroundJavaScriptStartingBefore(settled / 4, settled);
    WebResponse answer = client.page().orElse(first.getWebResponse());
    Page last = client.getCurrentWindow().getTopWindow().getEnclosedPage();
    return new Loaded(
        answer.getStatusCode(),
        answer.getWebRequest().getUrl().toURI(),
        PageReader.links(last),
        CookieJar.read(client.getCookieManager()),
        budget.bytes(),
        budget.blocked(),
        load.wishes().mustContain().filter(text -> !PageReader.holds(answer, last, text)).isEmpty(),
        loads.since(start),
        Optional.ofNullable(answer.getResponseHeaderValue("Retry-After"))
            .flatMap(value -> RetryAfter.parse(value, loads.clock().instant())));
  }

  @Override
  public void cut() {
    client.cut();
  }

  @Override
  public void close() {
    client.close();
  }
}
