package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An event stream, line by line, as it comes; closing it hangs up. */
final class EventReader implements AutoCloseable {
  private final BufferedReader lines;

  private EventReader(BufferedReader lines) {
    this.lines = lines;
  }

  /** Opens a stream and reads its first comment. */
  static EventReader open(TestClient client, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.http().send(client.request(path, headers).build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    EventReader reader =
        new EventReader(
            new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    assertThat(reader.line()).isEqualTo(": open");
    assertThat(reader.line()).isEmpty();
    return reader;
  }

  String line() throws IOException {
    return lines.readLine();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
