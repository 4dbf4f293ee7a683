package io.trafficgen.engine;

import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.domain.visit.FailureReason;
import io.trafficgen.engine.PageScan.Resource;
import io.trafficgen.engine.PageScan.Use;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One page, loaded without a browser: documents are scanned, all else is asked for and dropped. */
final class PlainLoad implements Loads.Run {
  private final PageLoad load;
  private final Loads loads;
  private final LoadBudget budget;
  private final PlainRequests requests;
  private final Deque<URI> windows = new ArrayDeque<>();
  private final Set<URI> asked = new HashSet<>();
  private int frames;

  PlainLoad(PageLoad load, Loads loads, LoadBudget budget) {
    this.load = load;
    this.loads = loads;
    this.budget = budget;
    this.requests = new PlainRequests(load, loads, budget);
  }

  @Override
  public Loaded load(Instant start) throws IOException, URISyntaxException {
    PlainAnswer first = window(load.url(), Use.PAGE, load.referer());
    PlainAnswer last = first;
    for (int i = 0; last.refresh().isPresent(); i++) {
      if (i == loads.bounds().refreshLimit()) {
        throw new RefusedException(FailureReason.CONTENT, "the page refreshes itself without end");
      }
      last = window(new URI(last.refresh().get()), Use.PAGE, Optional.of(last.url()));
    }
    PlainAnswer shown = last;
    return new Loaded(
        first.status(),
        first.url(),
        shown.links(),
        requests.cookies(),
        budget.bytes(),
        budget.blocked(),
        load.wishes()
            .mustContain()
            .filter(text -> !first.holds(text) && !shown.holds(text))
            .isEmpty(),
        loads.since(start),
        first.retryAfter());
  }

  @Override
  public void cut() {
    requests.close();
  }

  @Override
  public void close() {
    requests.close();
  }

  private PlainAnswer window(URI url, Use use, Optional<URI> referer) throws IOException {
    PlainAnswer answer = requests.ask(url, use, referer);
    windows.push(answer.url());
    try {
      for (Resource resource : answer.resources()) {
        subordinate(resource, answer.url());
        if (budget.hasExpired()) {
          throw new RefusedException(FailureReason.TIMEOUT, "the load's deadline has passed");
        }
      }
    } finally {
      windows.pop();
    }
    return answer;
  }

  /** What goes wrong with it is the page's business. */
  private void subordinate(Resource resource, URI page) {
    try {
      if (resource.use() == Use.FRAME) {
        frame(resource, page);
        return;
      }
      URI url = strict(resource);
      if (asked.add(url)) {
        requests.ask(url, resource.use(), Optional.of(page));
      }
    } catch (IOException e) {
      if (Failures.isRefusal(e)) {
        budget.refused(resource.url());
      }
    }
  }

  private void frame(Resource resource, URI page) throws IOException {
    URI url = strict(resource);
    boolean fits =
        windows.size() <= loads.bounds().maxFrameDepth()
            && frames + 1 < loads.bounds().maxWindows();
    if (fits && !windows.contains(PageReader.withoutFragment(url))) {
      frames++;
      window(url, Use.FRAME, Optional.of(page));
    }
  }

  private static URI strict(Resource resource) throws RefusedException {
    try {
      return PageReader.withoutFragment(new URI(resource.url()));
    } catch (URISyntaxException e) {
      throw new RefusedException(FailureReason.GUARD, "no strict URI: " + resource.url());
    }
  }
}
