package io.trafficgen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody who knows the API's documentation and nothing else. */
final class ApiUser {
  static final String PROOF_FILE = "/.well-known/trafficgen-verification.txt";
  static final String PASSWORD = "a kettle sings on the windowsill";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<String> token = Optional.empty();

  ApiUser(URI server) {
    this.server = server;
  }

  /** Signs up and in. */
  static ApiUser registered(URI server, String email, String affiliateCode) {
    ApiUser user = new ApiUser(server);
    user.post(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"%s\",\"affiliate_code\":\"%s\"}"
            .formatted(email, PASSWORD, affiliateCode),
        201);
    user.signIn(email);
    return user;
  }

  void signIn(String email) {
    String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    token = Optional.of(post("/api/auth/token", body, 200).get("access_token").asText());
  }

  JsonNode get(String path) {
    return answer(request(path).GET(), 200);
  }

  /** An answer that is no JSON. */
  String text(String path) {
    return text(request(path).GET(), 200);
  }

  JsonNode post(String path, String body, int status) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        status);
  }

  JsonNode patch(String path, String body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)),
        200);
  }

  /** Tells of a payment for an intent. */
  JsonNode pay(String messageId, String paymentId, String amount, String intent, int status) {
    return deliver(
        messageId,
        """
        {"type":"payment.completed","data":{"payment_id":"%s","amount":"%s","currency":"EUR",\
        "metadata":{"intent_id":"%s"}}}\
        """
            .formatted(paymentId, amount, intent),
        status);
  }

  /** Delivers an event as Standard Webhooks 1.0.0 signs it. */
  JsonNode deliver(String messageId, String body, int status) {
    String time = Long.toString(Instant.now().getEpochSecond());
    return answer(
        HttpRequest.newBuilder(server.resolve("/api/webhooks/payment_provider"))
            .header("Content-Type", "application/json")
            .header("webhook-id", messageId)
            .header("webhook-timestamp", time)
            .header(
                "webhook-signature",
                StandardSignature.of(ServerProcess.WEBHOOK_SECRET, messageId, time, body))
            .POST(BodyPublishers.ofString(body)),
        status);
  }

  /** Adds the site, shows the proof on it, and has it verified. */
  void verify(LoggingSite site) {
    verify(site.host(), site::prove);
  }

  void verify(String host, Consumer<String> prove) {
    JsonNode added = post("/api/sites", "{\"host\":\"" + host + "\"}", 201);
    prove.accept(added.at("/proofs/file/content").asText());
    JsonNode checked = post("/api/sites/" + added.get("id").asText() + "/verify", "", 200);
    assertThat(checked.get("status").asText()).as(checked.toString()).isEqualTo("verified");
  }

  /** Buys visits through an intent, and waits until they are credited. */
  void buy(String amount) {
    JsonNode intent = post("/api/billing/topups", "{\"amount\":\"" + amount + "\"}", 201);
    String id = intent.get("id").asText();
    pay("msg_" + id, "pay_" + id, amount, id, 200);
    await("/api/billing/topups/" + id, topUp -> topUp.get("status").asText().equals("completed"));
  }

  /** Asks again and again until the answer is as wanted. */
  JsonNode await(String path, Predicate<JsonNode> wanted) {
    Instant end = Instant.now().plus(Duration.ofSeconds(90));
    JsonNode answer = get(path);
    while (!wanted.test(answer)) {
      assertThat(Instant.now()).as(path + " still answers " + answer).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      answer = get(path);
    }
    return answer;
  }

  /** Watches a live stream from now on; the list grows as events come. */
  List<JsonNode> watch(String path) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response =
        http.send(
            request(path).header("Accept", "text/event-stream").GET().build(),
            BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    Thread.ofVirtual()
        .start(() ->
            response
                .body()
                .filter(line -> line.startsWith("data:"))
                .forEach(line -> events.add(parse(line.substring(5)))));
    return events;
  }

  private JsonNode answer(HttpRequest.Builder request, int status) {
    return parse(text(request, status));
  }

  private String text(HttpRequest.Builder request, int status) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      assertThat(response.statusCode())
          .as(response.uri() + " " + response.body())
          .isEqualTo(status);
      return response.body();
    } catch (IOException e) {
      throw new AssertionError("no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
