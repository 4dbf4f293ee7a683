package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a browser shows it, by what can be read on it. */
class ConsoleJourneyTest {
  private static final String EMAIL = "owner@example.com";

  @TempDir Path data;
  @TempDir Path profile;

  @Test
  void an_owner_signs_in_and_sees_his_visits_as_they_happen() throws Exception {
    assumeTrue(Chromium.isInstalled(), "no chromium on the PATH: the console is not tested");
    try (LoggingSite site = new LoggingSite();
        ServerProcess server =
            ServerProcess.start(data, Map.of("TRAFFICGEN_ALLOWED_HOSTS", site.host()));
        Chromium browser = Chromium.start(profile)) {
      ApiUser owner = ApiUser.registered(server.address(), EMAIL, "");
      owner.verify(site);
      owner.buy("500.00");
      owner.post("/api/projects", project(site), 201);

      browser.open(server.address());
      browser.await("document.querySelector('#sign-in')?.checkVisibility()");
      signIn(browser, "not his password");
      browser.await("document.querySelector('#notice').innerText.includes('password')");
      assertThat(browser.errors())
          .singleElement()
          .asString()
          .contains("401")
          .endsWith("/api/auth/token");

      signIn(browser, ApiUser.PASSWORD);
      browser.await("document.querySelector('#balance').innerText.match(/^(500.00|499.99) EUR$/)");
      browser.await(row("projects", "Endless", "active"));
      browser.await(row("events", "hit", site.url("/"), "200"));
      browser.await(row("events", "visit", "1 page", "charged"));
      assertThat(browser.evaluate("document.querySelector('#email').innerText").asText())
          .isEqualTo(EMAIL);

      browser.press("#leave");
      browser.await("document.querySelector('#sign-in').checkVisibility()");
      assertThat(browser.evaluate("document.body.innerText").asText())
          .doesNotContain(EMAIL, "EUR", site.host());
      assertThat(browser.errors()).hasSize(1);

      browser.open(URI.create(server.address() + "/#reset-password=not-a-token"));
      browser.await("document.querySelector('#reset')?.checkVisibility()");
      browser.type("#reset [name=password]", ApiUser.PASSWORD);
      browser.press("#reset button");
      browser.await("document.querySelector('#notice').innerText.length > 0");
      assertThat(browser.errors())
          .hasSize(2)
          .last()
          .asString()
          .endsWith("/api/auth/reset-password");
    }
  }

  private static void signIn(Chromium browser, String password) {
    browser.type("#sign-in [name=username]", EMAIL);
    browser.type("#sign-in [name=password]", password);
    browser.press("#sign-in button");
  }

  /** Whether a row of the table shows all these words. */
  private static String row(String table, String... words) {
    return "[...document.querySelectorAll('#%s tr')].some(tr => ['%s'].every(word => tr.innerText.includes(word)))"
        .formatted(table, String.join("','", words));
  }

  private static String project(LoggingSite site) {
    return """
    {"name":"Endless","start":true,"settings":{"entryUrls":"%s",
     "timeOnPage":"1 second","qa":{"rampMinutes":0,"maxConcurrent":2}}}\
    """
        .formatted(site.url("/"));
  }
}
