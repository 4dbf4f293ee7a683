package io.trafficgen.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Calls and events of the Chrome DevTools Protocol 1.3 over its web socket. */
final class DevTools implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<JsonNode> events;
  private final WebSocket socket;
  private final AtomicInteger lastCall = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final StringBuilder parts = new StringBuilder();

  /**
   * @param events gets every message that answers no call, one after the other
   */
  DevTools(URI address, Consumer<JsonNode> events) {
    this.events = events;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
  }

  /**
   * Calls and waits for the result.
   *
   * @param session of the page that is meant; empty means the browser
   */
  JsonNode call(Optional<String> session, String method, Map<String, Object> parameters) {
    int id = lastCall.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    session.ifPresent(page -> message.put("sessionId", page));
    CompletableFuture<JsonNode> result = new CompletableFuture<>();
    calls.put(id, result);
    socket.sendText(message.toString(), true).join();
    return result.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    parts.append(part);
    if (last) {
      hear(parse(parts.toString()));
      parts.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void hear(JsonNode message) {
    if (!message.has("id")) {
      events.accept(message);
      return;
    }
    CompletableFuture<JsonNode> call = calls.remove(message.get("id").asInt());
    if (message.has("error")) {
      call.completeExceptionally(new AssertionError(message.get("error").toString()));
    } else {
      call.complete(message.get("result"));
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
