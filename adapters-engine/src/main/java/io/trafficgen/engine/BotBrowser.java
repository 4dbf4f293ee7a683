package io.trafficgen.engine;

import io.trafficgen.application.port.PageLoad;
import org.htmlunit.BrowserVersion;

/** What HtmlUnit is to behave like and to say of itself: a family's ways, and our own name. */
final class BotBrowser {
  private BotBrowser() {}

  static BrowserVersion of(PageLoad load, BotIdentity identity) {
    BrowserVersion family =
        switch (load.device().browser()) {
          case CHROME -> BrowserVersion.CHROME;
          case EDGE -> BrowserVersion.EDGE;
          case FIREFOX, SAFARI -> BrowserVersion.FIREFOX;
        };
    return new BrowserVersion.BrowserVersionBuilder(family)
        .setUserAgent(identity.userAgent(load.device().userAgent()))
        .setAcceptLanguageHeader(load.language())
        // client hints of the family would name a browser and a system that are not ours
        .setSecClientHintUserAgentHeader("\"TrafficGenBot\";v=\"" + identity.version() + "\"")
        .setSecClientHintUserAgentPlatformHeader("\"Unknown\"")
        .setBrowserLanguage(load.language().split("[,;]", 2)[0].strip())
        .build();
  }
}
