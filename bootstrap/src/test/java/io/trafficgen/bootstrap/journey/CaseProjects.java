package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Starts an owner's projects, each on a part of a site of its own. */
record CaseProjects(ApiUser owner) {
  /**
   * A project of {@code target} short visits, one at a time and at full rate at once.
   *
   * @param more further members of the settings, each after a comma
   * @param qa further members of {@code qa}
   * @return its identity
   */
  String start(WebsiteOfCases site, String path, int target, String more, String qa) {
    return start(site, path, "\"total_target\":" + target, more, "\"maxConcurrent\":1" + qa);
  }

  /**
   * A project of short visits, at full rate at once.
   *
   * @param limits members of the project
   * @param qa members of {@code qa}
   */
  String start(WebsiteOfCases site, String path, String limits, String more, String qa) {
    return owner
        .post(
            "/api/projects",
            """
            {"name":"%s",%s,"start":true,"settings":{"entryUrls":"%s",
             "timeOnPage":"1 second"%s,"qa":{"rampMinutes":0,%s}}}\
            """
                .formatted(path, limits, site.url(path), more, qa),
            201)
        .get("id")
        .asText();
  }

  static void await(BooleanSupplier wanted) {
    await(wanted, Duration.ofSeconds(60));
  }

  static void await(BooleanSupplier wanted, Duration patience) {
    Instant end = Instant.now().plus(patience);
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
