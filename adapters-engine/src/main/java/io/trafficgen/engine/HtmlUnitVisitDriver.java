package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.visit.FailureReason;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.htmlunit.HttpHeader;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;

/**
 * Loads a page with HtmlUnit in this very process; safe for concurrent use.
 *
 * <p>At the deadline the network is cut and script ends at its next bound, but what the parser does
 * by itself cannot be stopped in a shared process: {@code worker.IsolatedVisitDriver} stops that.
 */
public final class HtmlUnitVisitDriver implements VisitDriver {
  private final EngineSettings settings;
  private final GuardedDns dns;
  private final AdBlock adBlock = AdBlock.bundled();
  private final InstantSource clock;
  private final ScheduledExecutorService watchdog;

  /**
   * @param watchdog cuts the network of a load that outlives its deadline; its tasks are short
   */
  public HtmlUnitVisitDriver(
      EngineSettings settings,
      NameResolver resolver,
      InstantSource clock,
      ScheduledExecutorService watchdog) {
    this.settings = settings;
    this.dns = new GuardedDns(settings.policy(), resolver);
    this.clock = clock;
    this.watchdog = watchdog;
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    Instant start = clock.instant();
    LoadBudget budget = new LoadBudget(settings.bounds());
    LoadOutcome outcome = load(load, budget, start);
    // asked last: closing the client waits for the script that a timer has started
    return outcome instanceof Loaded
        ? budget
            .spoiled()
            .<LoadOutcome>map(why -> notLoaded(why.reason(), why, start))
            .orElse(outcome)
        : outcome;
  }

  private LoadOutcome load(PageLoad load, LoadBudget budget, Instant start) {
    try (GuardedWebClient client = new GuardedWebClient(load, settings, dns, adBlock, budget)) {
      Future<?> end =
          watchdog.schedule(
              () -> {
                budget.expire();
                client.cut();
              },
              load.deadline().toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        return load(load, client, budget, start);
      } finally {
        end.cancel(false);
      }
    } catch (InvalidValueException e) {
      return notLoaded(FailureReason.GUARD, e, start);
    } catch (IOException | URISyntaxException | RuntimeException | StackOverflowError e) {
      return notLoaded(budget.hasExpired() ? FailureReason.TIMEOUT : Failures.reason(e), e, start);
    }
  }

  private LoadOutcome load(PageLoad load, GuardedWebClient client, LoadBudget budget, Instant start)
      throws IOException, URISyntaxException {
    WebRequest request =
        new WebRequest(
            load.url().toURL(), client.getBrowserVersion().getHtmlAcceptHeader(), "gzip, deflate");
    load.referer()
        .ifPresent(page -> request.setAdditionalHeader(HttpHeader.REFERER, page.toString()));
    Page first = client.getPage(request);
    if (load.script()) {
      client.waitForBackgroundJavaScriptStartingBefore(
          settings.bounds().settleTime().toMillis() / 4, settings.bounds().settleTime().toMillis());
    }
    if (budget.hasExpired()) {
      return new NotLoaded(FailureReason.TIMEOUT, "the page did not settle", since(start));
    }
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
        since(start),
        Optional.ofNullable(answer.getResponseHeaderValue("Retry-After"))
            .flatMap(value -> RetryAfter.parse(value, clock.instant())));
  }

  private NotLoaded notLoaded(FailureReason reason, Throwable failure, Instant start) {
    return new NotLoaded(reason, Failures.detail(failure), since(start));
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
