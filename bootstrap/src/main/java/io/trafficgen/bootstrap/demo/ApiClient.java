package io.trafficgen.bootstrap.demo;

import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue;
import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import io.trafficgen.domain.json.JsonValue.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The few calls of the API that the demo makes. */
final class ApiClient {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";
  private static final int TOO_MANY = 429;
  private static final int MOST_RETRIES = 5;

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<String> token = Optional.empty();

  ApiClient(URI address) {
    this.address = address;
  }

  void signIn(String username, String password) {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    token = Optional.of(post("/api/auth/token", body).text("access_token"));
  }

  Answer get(String path) {
    return good(path, send(request(path).GET()));
  }

  Answer post(String path, String json) {
    return good(path, send(json(path, json)));
  }

  /** As {@link #post}, whatever the answer is. */
  void tryPost(String path, String json) {
    send(json(path, json));
  }

  /** Signs as Standard Webhooks 1.0.0 says. */
  void postSigned(String path, String json, String secret) {
    String id = "msg_" + UUID.randomUUID();
    String time = Long.toString(Instant.now().getEpochSecond());
    good(
        path,
        send(
            json(path, json)
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + sign(id + "." + time + "." + json, secret))));
  }

  /** Sends what {@link StubRevolut} tells, as Revolut would. */
  void deliver(String path, StubEvent event, String secret) {
    HttpRequest.Builder request = json(path, event.body());
    event.headers(secret, Instant.now()).forEach(request::header);
    good(path, send(request));
  }

  private static String sign(String content, String secret) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private HttpRequest.Builder json(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  /** A site that was checked just now, for example, is checked again a little later. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      for (int i = 0; i < MOST_RETRIES && response.statusCode() == TOO_MANY; i++) {
        TimeUnit.SECONDS.sleep(response.headers().firstValueAsLong("Retry-After").orElse(1));
        response = http.send(request.build(), BodyHandlers.ofString());
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException("the API does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Answer good(String path, HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
    return new Answer(JsonReader.read(response.body()));
  }

  /** A JSON answer whose shape is known. */
  record Answer(JsonValue value) {
    String text(String name) {
      return member(name) instanceof JsonString text ? text.value() : "";
    }

    Answer object(String name) {
      return new Answer(member(name));
    }

    JsonArray array(String name) {
      return (JsonArray) member(name);
    }

    private JsonValue member(String name) {
      return ((JsonObject) value)
          .member(name)
          .orElseThrow(() -> new IllegalStateException("no " + name + " in " + value.source()));
    }
  }
}
