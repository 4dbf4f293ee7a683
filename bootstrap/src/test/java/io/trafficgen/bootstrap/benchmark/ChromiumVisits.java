package io.trafficgen.bootstrap.benchmark;

import io.trafficgen.bootstrap.journey.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/** One Chromium for all visits, each of them in a context that was never there. */
record ChromiumVisits(URI page, Chromium browser) implements VisitMaker.OneByOne {
  ChromiumVisits(URI page) throws IOException {
    this(page, Chromium.start(Files.createTempDirectory("trafficgen-chromium")));
  }

  @Override
  public void visit() {
    browser.visit(page);
  }

  @Override
  public void close() {
    browser.close();
  }
}
