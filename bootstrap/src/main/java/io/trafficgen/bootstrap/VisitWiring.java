package io.trafficgen.bootstrap;

import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.FoundPages;
import io.trafficgen.application.port.OwedNotices;
import io.trafficgen.application.port.VisitDriver;
import io.trafficgen.application.project.NoticeSecrets;
import io.trafficgen.application.project.SendNotices;
import io.trafficgen.application.visit.ClosedHosts;
import io.trafficgen.application.visit.CountDropped;
import io.trafficgen.application.visit.DiscoverPages;
import io.trafficgen.application.visit.Engine;
import io.trafficgen.application.visit.JudgeProjects;
import io.trafficgen.application.visit.LoadThroughExit;
import io.trafficgen.application.visit.OpenGrants;
import io.trafficgen.application.visit.Outbox;
import io.trafficgen.application.visit.PaceProjects;
import io.trafficgen.application.visit.ProjectEnds;
import io.trafficgen.domain.site.AllowedHosts;
import io.trafficgen.domain.site.EgressPolicy;
import io.trafficgen.engine.ApacheGuardedHttp;
import io.trafficgen.engine.HttpPageSearch;
import io.trafficgen.engine.HttpRobots;
import io.trafficgen.engine.NameResolver;
import io.trafficgen.persistence.PostgresCookieJars;
import io.trafficgen.persistence.PostgresDueVisits;
import io.trafficgen.persistence.PostgresFoundPages;
import io.trafficgen.persistence.PostgresOwedNotices;
import io.trafficgen.persistence.PostgresProjectChanges;
import io.trafficgen.persistence.PostgresRunHealths;
import io.trafficgen.persistence.spool.FileHitSpool;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands around the visits themselves: where they go, how they are judged and told of. */
final class VisitWiring implements AutoCloseable {
  /** Searches at once: a slow host holds one of them up, until its deadline. */
  private static final int AT_ONCE = 8;

  private static final String SPOOLED = "trafficgen.hits.spooled.bytes";
  private static final String LOST = "trafficgen.hits.lost";
  private static final Logger LOG = LoggerFactory.getLogger(VisitWiring.class);

  private final Wiring core;
  private final HttpRobots robots;
  private final FoundPages found;
  private final CookieJars jars;
  private final ClosedHosts closed;
  private final FileHitSpool spool;
  private final Outbox outbox;
  private final ProjectEnds ends;
  private final OwedNotices notices;
  private final ThreadPoolExecutor searches =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofVirtual().name("search-", 0).factory());

  VisitWiring(Wiring core) {
    this.core = core;
    this.robots = new HttpRobots(core.http, core.clock);
    this.found = new PostgresFoundPages(core.database);
    this.jars = new PostgresCookieJars(core.database);
    this.closed = new ClosedHosts(core.safeguards, core.pauses, core.driver);
    this.spool = FileHitSpool.open(core.data.path().resolve("spool"), FileHitSpool.MOST_BYTES);
    core.metrics.meters().gauge(SPOOLED, spool, FileHitSpool::bytes);
    core.metrics.meters().gauge(LOST, spool, FileHitSpool::lost);
    this.outbox = new Outbox(core.hits, spool, core.pauses, jars, core.feed);
    this.ends =
        new ProjectEnds(
            core.projects, new PostgresProjectChanges(core.database), core.ledger, core.feed);
    this.notices = new PostgresOwedNotices(core.database);
  }

  Outbox outbox() {
    return outbox;
  }

  PaceProjects pacer() {
    return new PaceProjects(
        core.projects,
        core.sites,
        core.exits,
        core.budgets,
        core.pauses,
        ends,
        notices,
        core.safeguards,
        core.ids,
        core.random,
        core.clock);
  }

  /**
   * @param loads runs page loads, each of which blocks
   */
  OpenGrants openGrants(VisitDriver driver, Executor loads, Duration loadDeadline) {
    return new OpenGrants(
        core.sites,
        core.exits,
        found,
        jars,
        closed,
        outbox,
        new Engine(
            new LoadThroughExit(core.exits, driver),
            robots,
            loads,
            core.timers,
            core.clock,
            loadDeadline));
  }

  JudgeProjects judge() {
    return new JudgeProjects(
        outbox, core.projects, new PostgresRunHealths(core.database), core.feed);
  }

  CountDropped countDropped() {
    return new CountDropped(core.projects, new PostgresDueVisits(core.database), core.clock);
  }

  DiscoverPages discover() {
    return new DiscoverPages(
        core.projects,
        core.sites,
        core.safeguards,
        closed,
        new HttpPageSearch(core.http, robots, core.clock),
        found,
        task -> searches.execute(logged(task)),
        core.clock);
  }

  /** The operator's exemptions hold for hosts that the owner verified; others are the public's. */
  SendNotices sendNotices() {
    EgressPolicy strict = new EgressPolicy(AllowedHosts.none(), core.policy.denied());
    return new SendNotices(
        notices,
        core.sites,
        core.safeguards,
        core.http,
        new ApacheGuardedHttp(strict, NameResolver.system(), core.identity, core.timers),
        noticeSecrets(),
        task -> core.loads.execute(logged(task)),
        core.clock);
  }

  NoticeSecrets noticeSecrets() {
    return new NoticeSecrets(core.data.key("notices"));
  }

  private static Runnable logged(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("a search or a notice failed and will be tried again: {}", e.toString());
      }
    };
  }

  /** Begins nothing more; what is under way ends by its deadline. */
  @Override
  public void close() {
    searches.getQueue().clear();
    searches.shutdown();
    spool.close();
  }
}
