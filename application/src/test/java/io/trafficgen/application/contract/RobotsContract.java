package io.trafficgen.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.trafficgen.application.port.Robots;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What every {@link Robots} keeps. */
public interface RobotsContract {
  Robots robots();

  /** A page of the site; nobody has asked for its robots.txt yet. */
  URI page(String path);

  /** What the site's robots.txt says. */
  void robotsTxt(String text);

  @Test
  default void a_site_without_a_file_allows_all() {
    assertThat(robots().allows(page("/x"))).isTrue();
  }

  @Test
  default void our_own_group_wins_over_everybodys() {
    robotsTxt(
        """
        User-agent: *
        Disallow: /

        User-agent: TrafficGenBot
        Disallow: /cart
        Allow: /cart/$
        """);
    assertThat(robots().allows(page("/shop"))).isTrue();
    assertThat(robots().allows(page("/cart/1"))).isFalse();
    assertThat(robots().allows(page("/cart/"))).isTrue();
  }
}
