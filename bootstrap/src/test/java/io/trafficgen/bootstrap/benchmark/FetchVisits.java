package io.trafficgen.bootstrap.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The JDK's HTTP client asks for the same files, reads nothing and keeps its connections. */
record FetchVisits(List<URI> urls, HttpClient client) implements VisitMaker.OneByOne {
  FetchVisits(List<URI> urls) {
    this(urls, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  @Override
  public void visit() throws IOException, InterruptedException {
    for (URI url : urls) {
      client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
