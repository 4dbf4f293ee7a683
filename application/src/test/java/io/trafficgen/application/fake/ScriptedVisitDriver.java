package io.trafficgen.application.fake;

import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.LoadOutcome;
import io.trafficgen.application.port.LoadOutcome.Loaded;
import io.trafficgen.application.port.LoadOutcome.NotLoaded;
import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A web of pages in memory; what was asked for can be read back. */
public final class ScriptedVisitDriver implements VisitDriver {
  private static final Duration TAKES = Duration.ofMillis(20);

  private record ScriptedPage(int status, List<URI> links) {}

  private final Map<URI, ScriptedPage> pages = new ConcurrentHashMap<>();
  private final Map<URI, Function<PageLoad, LoadOutcome>> scripts = new ConcurrentHashMap<>();
  private final List<PageLoad> loads = new CopyOnWriteArrayList<>();

  /** From now on {@code url} answers so; what is not put here cannot be connected to. */
  public void put(URI url, int status, List<URI> links) {
    pages.put(url, new ScriptedPage(status, List.copyOf(links)));
  }

  /** From now on loads of {@code url} end as {@code script} says. */
  public void answer(URI url, Function<PageLoad, LoadOutcome> script) {
    scripts.put(url, script);
  }

  /** A page without links that every visitor gets with {@code cookies}. */
  public static Loaded page(PageLoad load, int status, List<Cookie> cookies) {
    return new Loaded(
        status, load.url(), List.of(), cookies, 1_000, 0, true, TAKES, Optional.empty());
  }

  /** Every load so far, in the order they came. */
  public List<PageLoad> loads() {
    return List.copyOf(loads);
  }

  @Override
  public LoadOutcome load(PageLoad load) {
    loads.add(load);
    Function<PageLoad, LoadOutcome> script = scripts.get(load.url());
    if (script != null) {
      return script.apply(load);
    }
    ScriptedPage page = pages.get(load.url());
    if (page == null) {
      return new NotLoaded(FailureReason.CONNECT, "no such page in the script", TAKES);
    }
    return new Loaded(
        page.status(),
        load.url(),
        page.links(),
        load.cookies(),
        1_000,
        0,
        true,
        TAKES,
        Optional.empty());
  }
}
