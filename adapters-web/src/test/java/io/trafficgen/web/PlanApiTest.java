package io.trafficgen.web;

import static io.trafficgen.web.TestClient.json;
import static io.trafficgen.web.TestClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanApiTest {
  private static final String BODY =
      "{\"daily_limit\":2400,\"total_target\":4800,\"settings\":{\"entryUrls\":"
          + "\"http://shop.example.com/\",\"residentialIps\":true,\"qa\":{\"rampMinutes\":0}}}";

  private TestHouse house;
  private TestClient owner;

  @BeforeEach
  void open() {
    house = TestHouse.open();
    owner = house.client().signUp("owner@shop.example");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static JsonNode field(JsonNode plan, String name) {
    for (JsonNode field : plan.get("fields")) {
      if (field.get("field").textValue().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name + " in " + plan);
  }

  @Test
  void previews_a_plan_and_creates_nothing() {
    JsonNode plan = json(owner.post("/api/projects/plan", BODY));
    assertThat(field(plan, "qa.rampMinutes").get("treatment").textValue()).isEqualTo("honoured");
    assertThat(field(plan, "qa.rampMinutes").get("value").intValue()).isZero();
    assertThat(field(plan, "residentialIps").get("treatment").textValue()).isEqualTo("ignored");
    JsonNode forecast = plan.get("forecast");
    assertThat(forecast.get("hours")).hasSize(168);
    assertThat(forecast.get("hours").get(0).get("hour").textValue())
        .isEqualTo("2026-11-22T18:00:00.000Z");
    assertThat(forecast.get("hours").get(1).get("visits").intValue()).isEqualTo(100);
    assertThat(forecast.get("hours").get(1).get("binding_cap").textValue())
        .isEqualTo("daily_limit");
    assertThat(forecast.get("visits").intValue()).isEqualTo(4800);
    assertThat(forecast.get("cost").textValue()).isEqualTo("2.784");
    assertThat(forecast.get("finish").textValue()).isEqualTo("target");
    assertThat(forecast.get("finishes_at").textValue()).startsWith("2026-11-24T18:");
    assertThat(forecast.get("days_at_host_cap").intValue()).isEqualTo(1);
    assertThat(plan.get("obstacles").get(0).get("pointer").textValue())
        .isEqualTo("/settings/entryUrls");
    assertThat(json(owner.get("/api/projects")).get("items")).isEmpty();
  }

  @Test
  void shows_the_same_for_the_project_once_created() {
    JsonNode project =
        json(owner.post("/projects", BODY.replace("{\"daily", "{\"name\":\"p\",\"daily")));
    String path = "/projects/" + project.get("id").textValue() + "/plan";
    JsonNode plan = json(owner.get(path));
    JsonNode preview = json(owner.post("/projects/plan", BODY));
    assertThat(plan.get("fields")).isEqualTo(preview.get("fields"));
    assertThat(plan.get("forecast").get("hours").get(1))
        .isEqualTo(preview.get("forecast").get("hours").get(1));
    problem(house.client().signUp("other@shop.example").get(path), 404);
  }

  @Test
  void shows_the_owner_what_signs_the_notices_of_his_project() {
    JsonNode project =
        json(owner.post("/projects", BODY.replace("{\"daily", "{\"name\":\"p\",\"daily")));
    String path = "/projects/" + project.get("id").textValue() + "/notify-secret";
    assertThat(json(owner.get(path)).get("secret").textValue()).startsWith("whsec_");
    problem(house.client().signUp("other@shop.example").get(path), 404);
  }

  @Test
  void refuses_what_cannot_be_run_and_names_every_field() {
    JsonNode problem =
        problem(
            owner.post(
                "/api/projects/plan",
                "{\"settings\":{\"trafficSpeed\":300,\"timezone\":\"Moon\"}}"),
            422);
    assertThat(problem.get("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/settings/trafficSpeed", "/settings/timezone", "/settings/entryUrls");
    problem(owner.post("/api/projects/plan", "{\"daily_limit\":-1,\"settings\":{}}"), 400);
  }
}
