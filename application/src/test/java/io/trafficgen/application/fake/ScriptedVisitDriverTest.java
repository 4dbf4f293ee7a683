package io.trafficgen.application.fake;

import io.trafficgen.application.contract.VisitDriverContract;
import io.trafficgen.application.port.VisitDriver;
import java.net.URI;
import java.util.List;

class ScriptedVisitDriverTest implements VisitDriverContract {
  private static final URI SITE = URI.create("https://shop.example");

  private final ScriptedVisitDriver driver = new ScriptedVisitDriver();

  @Override
  public VisitDriver driver() {
    return driver;
  }

  @Override
  public URI serve(String path, int status, List<String> links) {
    driver.put(SITE.resolve(path), status, links.stream().map(SITE::resolve).toList());
    return SITE.resolve(path);
  }

  @Override
  public URI nobody() {
    return URI.create("https://dead.example/");
  }
}
