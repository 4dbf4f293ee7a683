package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.domain.account.AccountId;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.Browser;
import io.trafficgen.domain.visit.Device;
import io.trafficgen.domain.visit.GrantId;
import io.trafficgen.domain.visit.Hit;
import io.trafficgen.domain.visit.Visit;
import io.trafficgen.domain.visit.VisitOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Hits and receipts as a busy node has them, each new, of visits with two pages. */
final class HitRowsMaker {
  private static final GrantId GRANT = new GrantId(new UUID(1, 2));
  private static final ProjectId PROJECT = new ProjectId(new UUID(3, 4));
  private static final AccountId ACCOUNT = new AccountId(new UUID(5, 6));

  private int visits;
  private int receipts;

  /** A grant for them all, which belongs to nothing. */
  String grant() {
    return """
    set session_replication_role = replica;
    insert into grants (id, project_id, project_epoch, user_id, host, region, day, n, starts_at,
      ends_at, spread, chunk)
    values ('%s', '%s', 0, '%s', 'shop.example', 'any', current_date, 1, now(),
      now() + interval '1 minute', true, 1)
    """
        .formatted(GRANT, PROJECT, ACCOUNT);
  }

  List<Hit> hits(int count) {
    Instant now = Instant.now();
    return IntStream.range(0, count).mapToObj(i -> hit(++visits, i % 2 + 1, now)).toList();
  }

  List<Visit> visits(int count) {
    Instant now = Instant.now();
    return IntStream.range(0, count).mapToObj(i -> visit(++receipts, now)).toList();
  }

  private static Hit hit(int visit, int page, Instant now) {
    return new Hit(
        GRANT.visit(visit),
        page,
        PROJECT,
        ACCOUNT,
        URI.create("https://shop.example/kettles?utm_source=newsletter&page=" + visit % 100),
        Optional.of("DE"),
        Optional.of("203.0.113.9"),
        Device.DESKTOP,
        Browser.CHROME,
        200,
        Duration.ofMillis(240),
        52_480,
        3,
        now);
  }

  private static Visit visit(int number, Instant now) {
    return new Visit(
        GRANT.visit(number),
        GRANT,
        number,
        PROJECT,
        ACCOUNT,
        new VisitOutcome.Completed(),
        2,
        now,
        Duration.ofSeconds(10));
  }
}
