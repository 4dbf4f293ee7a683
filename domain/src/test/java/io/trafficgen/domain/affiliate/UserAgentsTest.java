package io.trafficgen.domain.affiliate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
            + " Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/120.0 Mobile Safari/537.36"
      })
  void a_browser_is_no_program(String browser) {
    boolean expected = browser.contains("CUBOT_");
    assertThat(UserAgents.isProgram(Optional.of(browser))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0)",
        "Mozilla/5.0 Chrome/131.0.0.0 TrafficGenBot/0.1 (+https://traffic.example/bot)",
        "facebookexternalhit/1.1",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "WhatsApp/2.23.20.0",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/141.0.0.0",
        "curl/8.5.0",
        "Wget/1.21",
        "python-requests/2.32",
        "Java-http-client/21.0.2",
        "Go-http-client/2.0"
      })
  void what_calls_itself_a_program_is_one(String program) {
    assertThat(UserAgents.isProgram(Optional.of(program))).isTrue();
  }

  @Test
  void what_has_no_name_is_a_program() {
    assertThat(UserAgents.isProgram(Optional.empty())).isTrue();
  }
}
