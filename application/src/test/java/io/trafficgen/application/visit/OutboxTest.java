package io.trafficgen.application.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trafficgen.application.Fixtures;
import io.trafficgen.application.fake.InMemoryHitSpool;
import io.trafficgen.application.fake.InMemoryHostPauses;
import io.trafficgen.application.fake.RecordingHitStore;
import io.trafficgen.application.fake.RecordingLiveFeed;
import io.trafficgen.application.port.Cookie;
import io.trafficgen.application.port.CookieJars;
import io.trafficgen.application.port.KeptJar;
import io.trafficgen.domain.project.ProjectId;
import io.trafficgen.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Instant FAR = Instant.parse("+300000-01-01T00:00:00Z");
  private static final Cookie COOKIE =
      new Cookie("a", "b", "shop.example", "/", Optional.of(FAR), false, false);

  /** As a database that has no such time. */
  private final CookieJars jars =
      new CookieJars() {
        @Override
        public void keep(List<KeptJar> kept) {
          throw new IllegalStateException("out of range");
        }

        @Override
        public Optional<KeptJar> find(ProjectId project, double choice, Instant since) {
          return Optional.empty();
        }
      };

  @Test
  void a_jar_that_cannot_be_kept_holds_nothing_else_up() {
    Outbox outbox =
        new Outbox(
            new RecordingHitStore(),
            new InMemoryHitSpool(0),
            new InMemoryHostPauses(),
            jars,
            new RecordingLiveFeed());
    outbox.add(
        new KeptJar(
            new ProjectId(Fixtures.uuid()),
            new VisitId(Fixtures.uuid()),
            Fixtures.NOW,
            List.of(COOKIE)));
    assertThatThrownBy(outbox::flush).hasMessage("out of range");
    outbox.flush();
  }

  @Test
  void a_cookie_lives_no_longer_than_its_jar() {
    assertThat(COOKIE.atMostUntil(Fixtures.NOW).expires()).contains(Fixtures.NOW);
    Instant end = FAR.plusSeconds(1);
    assertThat(COOKIE.atMostUntil(end)).isEqualTo(COOKIE);
  }
}
