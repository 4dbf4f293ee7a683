package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.site.Host;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sites and their proofs over HTTP (product page, 1.4). */
class SiteApiTest {
  private static final Host SHOP = Host.parse("www.shop.com");

  private TestHouse house;
  private TestClient owner;
  private JsonNode site;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
    HttpResponse<String> response = owner.post("/api/sites", "{\"host\":\"WWW.Shop.com\"}");
    assertThat(response.statusCode()).isEqualTo(201);
    site = json(response);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String path(String rest) {
    return "/api/sites/" + site.get("id").textValue() + rest;
  }

  private String token() {
    return site.get("token").textValue();
  }

  /** Ten seconds after the check before. */
  private JsonNode verify() {
    house.now.updateAndGet(now -> now.plus(Duration.ofSeconds(10)));
    HttpResponse<String> response = owner.post(path("/verify"), "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  @Test
  void tells_every_way_to_prove_control() {
    JsonNode proofs = site.get("proofs");
    assertThat(proofs.get("file").get("url").textValue())
        .isEqualTo("https://www.shop.com/.well-known/trafficgen-verification.txt");
    assertThat(proofs.get("file").get("content").textValue()).isEqualTo(token());
    assertThat(proofs.get("dns").get("name").textValue()).isEqualTo("_trafficgen.www.shop.com");
    assertThat(proofs.get("dns").get("value").textValue()).isEqualTo(token());
    assertThat(proofs.get("meta").get("html").textValue())
        .isEqualTo("<meta name=\"trafficgen-verification\" content=\"" + token() + "\">");
    assertThat(site.get("terms").isNull()).isTrue();
    assertThat(json(owner.get(path("")))).isEqualTo(site);
    problem(owner.post("/api/sites", "{\"host\":\"www.shop.com\"}"), 409);
    problem(owner.post("/api/sites", "{\"host\":\"localhost:1\"}"), 422);
  }

  @Test
  void a_failed_proof_is_no_error_and_tells_what_each_way_met() {
    JsonNode pending = verify();
    assertThat(pending.get("status").textValue()).isEqualTo("pending");
    assertThat(pending.get("method").isNull()).isTrue();
    assertThat(pending.get("problems"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "http://www.shop.com/.well-known/trafficgen-verification.txt answered 404",
            "dns:_trafficgen.www.shop.com?type=TXT answered 404",
            "dns:_trafficgen.shop.com?type=TXT answered 404",
            "http://www.shop.com/ answered 404");
  }

  @Test
  void says_which_way_proved_it() {
    house.ports.proofs.putMeta(SHOP, token());
    assertThat(verify().get("method").textValue()).isEqualTo("meta");
    house.ports.proofs.putTxt("_trafficgen.shop.com", token());
    assertThat(verify().get("method").textValue()).isEqualTo("dns");
    house.ports.proofs.put(SHOP, token());
    JsonNode verified = verify();
    assertThat(verified.get("method").textValue()).isEqualTo("file");
    assertThat(verified.get("status").textValue()).isEqualTo("verified");
    assertThat(verified.get("problems")).isEmpty();
  }

  @Test
  void shows_the_terms_of_the_file() {
    house.ports.proofs.put(
        SHOP,
        token()
            + "\nmax-per-minute: 5\nhours: 08:00-20:00 Europe/Berlin, 22:00-02:00\n"
            + "paths: /shop, /blog\ncontact: ops@shop.com\nuntil: 2030-01-31\n");
    JsonNode terms = verify().get("terms");
    assertThat(terms.get("max_per_minute").intValue()).isEqualTo(5);
    assertThat(terms.get("hours"))
        .extracting(JsonNode::textValue)
        .containsExactly("08:00-20:00 Europe/Berlin", "22:00-02:00 UTC");
    assertThat(terms.get("paths"))
        .extracting(JsonNode::textValue)
        .containsExactly("/shop", "/blog");
    assertThat(terms.get("contact").textValue()).isEqualTo("ops@shop.com");
    assertThat(terms.get("until").textValue()).isEqualTo("2030-02-01T00:00:00.000Z");
    assertThat(json(owner.get(path(""))).get("terms")).isEqualTo(terms);
    assertThat(json(owner.get("/api/sites")).get("items").get(0).get("terms")).isEqualTo(terms);
  }

  @Test
  void a_site_is_checked_once_in_ten_seconds_even_if_it_is_added_anew() {
    verify();
    house.now.updateAndGet(now -> now.plusMillis(9_000));
    house.ports.proofs.asked();
    HttpResponse<String> soon = owner.post(path("/verify"), "");
    problem(soon, 429);
    assertThat(soon.headers().firstValue("Retry-After")).hasValue("1");

    owner.send("DELETE", path(""), "", Map.of());
    site = json(owner.post("/api/sites", "{\"host\":\"www.shop.com\"}"));
    problem(owner.post(path("/verify"), ""), 429);
    assertThat(house.ports.proofs.asked()).isEmpty();
    assertThat(verify().get("status").textValue()).isEqualTo("pending");
  }

  @Test
  void removing_a_site_stops_the_projects_that_use_it() {
    house.ports.proofs.put(SHOP, token());
    verify();
    JsonNode project =
        json(
            owner.post(
                "/api/projects",
                "{\"name\":\"p\",\"start\":true,\"settings\":{\"entryUrls\":\"http://www.shop.com/\"}}"));
    assertThat(project.get("status").textValue()).isEqualTo("active");

    HttpResponse<String> removed = owner.send("DELETE", path(""), "", Map.of());
    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    JsonNode stopped = json(owner.get("/api/projects/" + project.get("id").textValue()));
    assertThat(stopped.get("status").textValue()).isEqualTo("stopped");
    assertThat(stopped.get("status_reason").textValue()).isEqualTo("unverified");
    problem(owner.get(path("")), 404);
    problem(owner.send("DELETE", path(""), "", Map.of()), 404);
    problem(owner.post(path("/verify"), ""), 404);
    assertThat(json(owner.get("/api/sites")).get("items")).isEmpty();
  }

  @Test
  void a_start_names_the_pages_outside_the_paths_of_the_site() {
    house.ports.proofs.put(SHOP, token() + "\npaths: /shop");
    verify();
    JsonNode problem =
        problem(
            owner.post(
                "/api/projects",
                "{\"name\":\"p\",\"start\":true,\"settings\":{"
                    + "\"entryUrls\":\"http://www.shop.com/shop/a\","
                    + "\"innerUrls\":\"http://www.shop.com/admin\"}}"),
            422);
    assertThat(problem.get("errors")).hasSize(1);
    JsonNode error = problem.get("errors").get(0);
    assertThat(error.get("pointer").textValue()).isEqualTo("/settings/innerUrls");
    assertThat(error.get("reason").textValue()).contains("http://www.shop.com/admin is outside");
    assertThat(error.get("example").textValue()).isEqualTo("http://www.shop.com/shop");
  }

  @Test
  void answers_like_nothing_for_the_sites_of_others() {
    TestClient other = house.client().signUp("other@shop.example");
    problem(other.get(path("")), 404);
    problem(other.post(path("/verify"), ""), 404);
    problem(other.send("DELETE", path(""), "", Map.of()), 404);
    assertThat(house.ports.proofs.asked()).isEqualTo(List.of());
    assertThat(owner.get(path("")).statusCode()).isEqualTo(200);
  }
}
