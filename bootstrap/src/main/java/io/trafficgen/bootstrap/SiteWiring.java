package io.trafficgen.bootstrap;

import io.trafficgen.application.port.LiveFeed;
import io.trafficgen.application.port.Projects;
import io.trafficgen.application.port.Safeguards;
import io.trafficgen.application.port.Sites;
import io.trafficgen.application.site.CheckSite;
import io.trafficgen.application.site.ProofSearch;
import io.trafficgen.application.site.RecheckSites;
import io.trafficgen.application.site.SiteTokens;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.engine.GuavaPublicSuffixes;
import io.trafficgen.engine.HttpSiteProofs;
import io.trafficgen.engine.TxtRecords;
import io.trafficgen.persistence.PostgresDatabase;
import io.trafficgen.persistence.PostgresSiteChecks;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that looks for proofs, by whomever it is wanted. */
final class SiteWiring implements AutoCloseable {
  /** Checks at once: a slow host holds one of them up, until its deadline. */
  private static final int CHECKS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(SiteWiring.class);

  private final ThreadPoolExecutor fetches =
      new ThreadPoolExecutor(
          CHECKS,
          CHECKS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofVirtual().name("check-", 0).factory());
  private final SiteTokens tokens;
  private final CheckSite check;
  private final RecheckSites recheck;

  SiteWiring(
      byte[] tokenKey,
      ApacheGuardedHttp http,
      PostgresDatabase database,
      Sites sites,
      Projects projects,
      Safeguards safeguards,
      LiveFeed feed,
      InstantSource clock) {
    this.tokens = new SiteTokens(tokenKey);
    this.check =
        new CheckSite(
            new ProofSearch(
                new HttpSiteProofs(http, TxtRecords.ofSystem(), clock), new GuavaPublicSuffixes()),
            tokens,
            new PostgresSiteChecks(database),
            safeguards,
            feed,
            clock);
    this.recheck = new RecheckSites(projects, sites, check, task -> fetches.execute(logged(task)));
  }

  SiteTokens tokens() {
    return tokens;
  }

  CheckSite check() {
    return check;
  }

  RecheckSites recheck() {
    return recheck;
  }

  private static Runnable logged(Runnable check) {
    return () -> {
      try {
        check.run();
      } catch (RuntimeException e) {
        LOG.warn("a proof could not be checked and will be tried again: {}", e.toString());
      }
    };
  }

  /** Begins no further check; one under way is not interrupted, which would count as a failure. */
  @Override
  public void close() {
    fetches.getQueue().clear();
    fetches.shutdown();
  }
}
