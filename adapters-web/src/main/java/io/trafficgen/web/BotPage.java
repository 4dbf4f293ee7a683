package io.trafficgen.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who the bot is, for those who find it in a log.
 *
 * @param userAgent end of every User-Agent
 * @param baseUrl of this installation
 * @param contact an e-mail address of the operator's
 */
public record BotPage(String userAgent, URI baseUrl, Optional<String> contact) {
  /**
   * @param signed whether requests are
   */
  String html(boolean signed) {
    String reach =
        contact
            .map(ApiPage::escaped)
            .map(mail -> "<a href=\"mailto:" + mail + "\">" + mail + "</a>")
            .orElse("the operator of <code>" + ApiPage.escaped(baseUrl.toString()) + "</code>");
    return template()
        .replace("{{user_agent}}", ApiPage.escaped(userAgent))
        .replace("{{contact}}", reach)
        .replace(
            "{{signed}}", signed ? "Requests are signed" : "Signed requests, if there are any,")
        .replace("{{base_url}}", ApiPage.escaped(baseUrl.toString()));
  }

  private static String template() {
    try (InputStream in = BotPage.class.getResourceAsStream("/console/bot.html")) {
      if (in == null) {
        throw new IllegalStateException("bot.html is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
