package io.trafficgen.bootstrap.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trafficgen.domain.json.JsonReader;
import io.trafficgen.domain.json.JsonValue.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Stands in for Revolut on loopback: orders, refunds and disputes of its Merchant API in the JSON
 * of their OpenAPI description (merchant-2026-04-20), and a page where an order is paid.
 */
public final class StubRevolut implements AutoCloseable {
  private static final String ORDERS = "/api/orders";
  private static final String DISPUTES = "/api/disputes/";
  private static final String PAGES = "/payment-link/";

  private final HttpServer server;
  private final String key;
  private final Consumer<StubEvent> told;
  private final Map<UUID, StubOrder> orders = new ConcurrentHashMap<>();
  private final Map<UUID, String> disputes = new ConcurrentHashMap<>();

  private StubRevolut(HttpServer server, String key, Consumer<StubEvent> told) {
    this.server = server;
    this.key = key;
    this.told = told;
  }

  /**
   * Opens the port on loopback; 0 takes any.
   *
   * @param key that callers must show
   * @param told what happens, as webhooks would tell it
   */
  public static StubRevolut start(int port, String key, Consumer<StubEvent> told)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    StubRevolut stub = new StubRevolut(server, key, told);
    server.createContext("/", stub::answer);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("revolut-", 0).factory()));
    server.start();
    return stub;
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Has the order from now on, and tells nobody. */
  public StubOrder put(StubOrder order) {
    orders.put(order.id(), order);
    return order;
  }

  /** Has the order from now on, and tells of it. */
  public StubOrder tell(StubOrder order) {
    told.accept(StubEvent.of(put(order)));
    return order;
  }

  /** The payer pays. */
  public StubOrder pay(UUID order) {
    return tell(known(order).now("completed"));
  }

  /** Gives money back, as {@code POST /api/orders/{id}/refund} does. */
  public StubOrder refund(UUID order, long amount) {
    StubOrder paid = known(order);
    return tell(StubOrder.of("refund", "completed", amount, paid.currency(), Optional.of(order)));
  }

  /**
   * A dispute about an order; disputes move no money.
   *
   * @param state {@code needs_response}, {@code under_review}, {@code won} or {@code lost}
   */
  public void dispute(UUID dispute, UUID order, String state) {
    StubOrder paid = known(order);
    disputes.put(
        dispute,
        """
        {"id":"%s","state":"%s","amount":%d,"currency":"%s","reason_description":"Fraud",\
        "payment":{"id":"%s","order_id":"%s","amount":%d,"currency":"%s"}}\
        """
            .formatted(
                dispute,
                state,
                paid.amount(),
                paid.currency(),
                UUID.randomUUID(),
                order,
                paid.amount(),
                paid.currency()));
    told.accept(StubEvent.ofDispute(dispute, state));
  }

  /** Nobody answers any more. */
  public void goAway() {
    server.stop(0);
  }

  @Override
  public void close() {
    goAway();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Headers headers = exchange.getRequestHeaders();
      StubAnswer answer;
      if (path.startsWith(PAGES)) {
        answer = page(method, path);
      } else if (!headers.containsKey("Revolut-Api-Version")) {
        answer = StubAnswer.problem(400, "Missing Revolut-Api-Version header");
      } else if (!("Bearer " + key).equals(headers.getFirst("Authorization"))) {
        answer = StubAnswer.problem(401, "Authentication failed");
      } else {
        answer = api(method + " " + path, exchange.getRequestURI().getQuery(), body);
      }
      answer.send(exchange);
    }
  }

  private StubAnswer api(String call, String query, String body) {
    String path = call.substring(call.indexOf(' ') + 1);
    if (call.equals("GET " + ORDERS)) {
      return StubAnswer.json(200, list(StubQuery.of(query)));
    }
    if (call.equals("POST " + ORDERS)) {
      StubOrder order = put(StubOrder.asked((JsonObject) JsonReader.read(body)));
      return StubAnswer.json(201, order.json(pages()));
    }
    if (call.startsWith("GET " + DISPUTES)) {
      UUID dispute = UUID.fromString(path.substring(DISPUTES.length()));
      return found(Optional.ofNullable(disputes.get(dispute)));
    }
    UUID id = UUID.fromString(path.split("/", -1)[3]);
    if (orders.containsKey(id) && call.equals("POST " + ORDERS + "/" + id + "/refund")) {
      JsonObject asked = (JsonObject) JsonReader.read(body);
      long amount = Long.parseLong(asked.member("amount").orElseThrow().source());
      return StubAnswer.json(201, refund(id, amount).now("processing").json(""));
    }
    return found(Optional.ofNullable(orders.get(id)).map(order -> order.json(pages())));
  }

  private static StubAnswer found(Optional<String> json) {
    return json.map(text -> StubAnswer.json(200, text))
        .orElseGet(() -> StubAnswer.problem(404, "The requested resource is not found"));
  }

  private String list(StubQuery query) {
    return orders.values().stream()
        .filter(query::wants)
        .sorted(Comparator.comparing(StubOrder::createdAt).reversed())
        .limit(query.limit())
        .map(order -> order.json(pages()))
        .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
  }

  private String pages() {
    return address() + PAGES;
  }

  private StubOrder known(UUID order) {
    return Optional.ofNullable(orders.get(order)).orElseThrow();
  }

  private StubAnswer page(String method, String path) {
    UUID id = UUID.fromString(path.substring(PAGES.length()));
    if (method.equals("POST") && orders.containsKey(id)) {
      pay(id);
    }
    return Optional.ofNullable(orders.get(id))
        .map(StubAnswer::page)
        .orElseGet(() -> StubAnswer.problem(404, "no such order"));
  }
}
