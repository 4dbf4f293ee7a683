package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trafficgen.domain.site.Host;
import io.trafficgen.domain.visit.HostPause;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kill switches and hosts, as admins set them and owners meet them. */
class AdminSafetyApiTest {
  private static final String SWITCHES = "/api/admin/kill-switches";
  private static final String HOSTS = "/api/admin/hosts";

  private TestHouse house;
  private TestClient admin;
  private TestClient owner;
  private String project;
  private String site;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    admin = house.client().signUp("admin@shop.example");
    admin.post("/api/users/me/claim-admin", "{\"secret\":\"" + house.adminSecret + "\"}");
    owner = house.client().signUp("owner@shop.example");
    JsonNode added = json(owner.post("/api/sites", "{\"host\":\"shop.example\"}"));
    site = added.get("id").textValue();
    house.ports.proofs.put(Host.parse("shop.example"), added.get("token").textValue());
    owner.post("/api/sites/" + site + "/verify", "");
    project = json(owner.post("/api/projects", body())).get("id").textValue();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String body() {
    return "{\"name\":\"First\",\"start\":true,"
        + "\"settings\":{\"entryUrls\":\"https://shop.example/\"}}";
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return admin.send(method, path, body, Map.of("Content-Type", "application/json"));
  }

  private JsonNode set(String target, boolean on) {
    return json(
        send("PUT", SWITCHES, "{%s,\"on\":%s,\"reason\":\"a complaint\"}".formatted(target, on)));
  }

  private JsonNode stored() {
    return json(owner.get("/api/projects/" + project));
  }

  private HttpResponse<String> start() {
    return owner.post("/api/projects/" + project + "/start", "");
  }

  @Test
  void a_switch_stops_projects_and_says_why_they_cannot_start() {
    String mine = json(owner.get("/api/users/me")).get("id").textValue();
    for (String target :
        new String[] {
          "\"scope\":\"global\"",
          "\"scope\":\"host\",\"key\":\"Shop.example\"",
          "\"scope\":\"account\",\"key\":\"" + mine + "\"",
          "\"scope\":\"project\",\"key\":\"" + project + "\""
        }) {
      assertThat(set(target, true).get("stopped_projects").intValue()).isEqualTo(1);
      assertThat(stored().get("status").textValue()).isEqualTo("stopped");
      assertThat(stored().get("status_reason").textValue()).isEqualTo("killed");
      assertThat(problem(start(), 422).get("errors").toString()).contains("a complaint");
      assertThat(set(target, false).get("on").booleanValue()).isFalse();
      assertThat(stored().get("status_reason").textValue()).isEqualTo("killed");
      assertThat(start().statusCode()).isEqualTo(200);
    }
    JsonNode listed = json(admin.get(SWITCHES + "?limit=2"));
    assertThat(listed.get("items")).hasSize(2);
    assertThat(listed.get("next_cursor").isNull()).isFalse();
    assertThat(json(admin.get("/api/admin/audit-log")).toString())
        .contains("kill_switch_on", "kill_switch_off", "host:shop.example", "a complaint");
  }

  @Test
  void refuses_what_no_switch_can_be() {
    problem(send("PUT", SWITCHES, "{\"scope\":\"world\",\"on\":true,\"reason\":\"x\"}"), 400);
    problem(send("PUT", SWITCHES, "{\"scope\":\"host\",\"on\":true,\"reason\":\"x\"}"), 400);
    JsonNode all = problem(send("PUT", SWITCHES, "{}"), 400);
    assertThat(all.get("errors").toString()).contains("/scope", "/key", "/on", "/reason");
    problem(
        send("PUT", SWITCHES, "{\"scope\":\"global\",\"key\":\"x\",\"on\":true,\"reason\":\"x\"}"),
        400);
    problem(owner.get(SWITCHES), 403);
    problem(owner.get(HOSTS), 403);
  }

  @Test
  void a_host_that_asked_for_a_pause_is_shown_with_its_end() {
    house
        .ports
        .safeguards
        .pauses()
        .pause(new HostPause(Host.parse("shop.example"), TestHouse.START.plusSeconds(600)));
    assertThat(json(admin.get(HOSTS)).get("items").get(0).get("paused_until").textValue())
        .startsWith(TestHouse.START.plusSeconds(600).toString().substring(0, 19));
  }

  @Test
  void an_admin_sets_the_cap_of_a_host() {
    JsonNode listed = json(admin.get(HOSTS)).get("items").get(0);
    assertThat(listed.get("host").textValue()).isEqualTo("shop.example");
    assertThat(listed.get("max_per_minute").intValue()).isEqualTo(60);
    assertThat(listed.get("standard").booleanValue()).isTrue();
    assertThat(listed.get("verified_by")).hasSize(1);

    JsonNode raised = json(send("PATCH", HOSTS + "/shop.example", "{\"max_per_minute\":240}"));
    assertThat(raised.get("max_per_minute").intValue()).isEqualTo(240);
    assertThat(raised.get("standard").booleanValue()).isFalse();
    JsonNode kept = json(send("PATCH", HOSTS + "/shop.example", "{\"blocked\":false}"));
    assertThat(kept.get("max_per_minute").intValue()).isEqualTo(240);
    JsonNode back = json(send("PATCH", HOSTS + "/shop.example", "{\"max_per_minute\":null}"));
    assertThat(back.get("standard").booleanValue()).isTrue();
    problem(send("PATCH", HOSTS + "/shop.example", "{\"max_per_minute\":-1}"), 400);
    problem(send("PATCH", HOSTS + "/no_host!", "{\"max_per_minute\":1}"), 404);
  }

  @Test
  void a_blocked_host_is_asked_for_nothing() {
    send("PATCH", HOSTS + "/shop.example", "{\"blocked\":true}");
    assertThat(stored().get("status_reason").textValue()).isEqualTo("killed");
    assertThat(problem(start(), 422).get("errors").toString()).contains("blocked");
    house.now.updateAndGet(now -> now.plusSeconds(60));
    house.ports.proofs.clear();
    JsonNode looked = json(owner.post("/api/sites/" + site + "/verify", ""));
    assertThat(looked.get("problems").toString()).contains("blocked");
    assertThat(looked.get("status").textValue()).isEqualTo("verified");
  }
}
