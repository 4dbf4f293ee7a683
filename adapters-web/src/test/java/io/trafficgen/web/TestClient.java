package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A client that knows the product page and nothing else. Every answer is held against the contract.
 */
final class TestClient {
  static final String PASSWORD = "a kettle sings on the windowsill";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http;
  private final String base;
  private String token = "";

  TestClient(HttpClient http, String base) {
    this.http = http;
    this.base = base;
  }

  /** Signs up and in. */
  TestClient signUp(String email) {
    post("/api/auth/register", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    token = freshToken(email);
    return this;
  }

  /** Signs in again. */
  String freshToken(String email) {
    return json(post(
            "/api/auth/token",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD)))
        .get("access_token")
        .textValue();
  }

  TestClient withToken(String other) {
    TestClient client = new TestClient(http, base);
    client.token = other;
    return client;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(json),
        json.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"));
  }

  HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
    return send("POST", path, BodyPublishers.ofByteArray(body), headers);
  }

  HttpResponse<String> send(String method, String path, byte[] body, Map<String, String> headers) {
    return send(method, path, BodyPublishers.ofByteArray(body), headers);
  }

  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
    return send(method, path, BodyPublishers.ofString(body), headers);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    try {
      HttpResponse<String> response =
          http.send(
              request(path, headers).method(method, body).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      AnswerCheck.check(method, path, response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  HttpClient http() {
    return http;
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  /** The problem document that every refusal must be. */
  static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.body()).doesNotContain("Exception", "\tat ", "<html");
    JsonNode problem = json(response);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("title").textValue()).isNotEmpty();
    assertThat(problem.get("errors").isArray()).isTrue();
    return problem;
  }
}
