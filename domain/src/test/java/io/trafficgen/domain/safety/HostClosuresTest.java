package io.trafficgen.domain.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.FailureReason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HostClosuresTest {
  private static final Host BLOCKED = Host.parse("blocked.example");
  private static final Host KILLED = Host.parse("killed.example:8080");
  private static final Host PAUSED = Host.parse("paused.example");
  private static final Host SLOWED = Host.parse("slowed.example");
  private static final HostClosures CLOSED =
      HostClosures.of(
          SafetyRules.of(
              List.of(on(KillTarget.of(KILLED)), on(new KillTarget(KillScope.GLOBAL, ""))),
              List.of(
                  new HostRule(BLOCKED, OptionalInt.empty(), true),
                  new HostRule(SLOWED, OptionalInt.of(1), false))),
          Set.of(PAUSED, BLOCKED));

  @Test
  void tells_why_nothing_is_asked_of_a_host() {
    assertThat(refusal("https://blocked.example/a?b=c")).contains(FailureReason.KILLED);
    assertThat(refusal("http://killed.example:8080/")).contains(FailureReason.KILLED);
    assertThat(refusal("http://paused.example/")).contains(FailureReason.RETRY_AFTER);
  }

  @Test
  void means_a_host_with_its_ports_however_it_is_written() {
    assertThat(refusal("HTTP://Blocked.EXAMPLE:443/")).contains(FailureReason.KILLED);
    assertThat(refusal("http://blocked.example:8080/")).isEmpty();
    assertThat(refusal("http://www.blocked.example/")).isEmpty();
    assertThat(refusal("http://killed.example/")).isEmpty();
  }

  @Test
  void leaves_all_else_open() {
    assertThat(refusal("http://slowed.example/")).isEmpty();
    assertThat(refusal("http://other.example/")).isEmpty();
    assertThat(refusal("http://[::1]/")).isEmpty();
    assertThat(refusal("mailto:somebody@blocked.example")).isEmpty();
    assertThat(HostClosures.none().refusal(URI.create("http://blocked.example/"))).isEmpty();
  }

  private static Optional<FailureReason> refusal(String url) {
    return CLOSED.refusal(URI.create(url));
  }

  private static KillSwitch on(KillTarget target) {
    return new KillSwitch(new UUID(1, 2), target, true, "harm", Instant.EPOCH, 0);
  }
}
