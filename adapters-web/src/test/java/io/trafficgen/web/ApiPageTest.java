package io.trafficgen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ApiPageTest {
  @Test
  void shows_every_route_and_loads_nothing_from_elsewhere() {
    try (TestHouse house = TestHouse.open()) {
      HttpResponse<String> page = house.client().get("/docs");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
      house.groups.stream()
          .flatMap(group -> group.routes().stream())
          .filter(route -> route.path().startsWith("/api/"))
          .forEach(route ->
              assertThat(page.body())
                  .contains("<code>" + route.method() + " " + route.path() + "</code>"));
      assertThat(page.body()).doesNotContain("src=", "<script", "style=", "href=\"http");
    }
  }

  @Test
  void shows_parameters_examples_and_answers_as_text() {
    String page =
        ApiPage.of(
            """
            info: { description: "One & `two`" }
            tags: [{ name: things }]
            paths:
              /things/{id}:
                parameters: [{ $ref: '#/components/parameters/Id' }]
                put:
                  tags: [things]
                  summary: Replace <it>.
                  requestBody: { content: { application/json: { example: { a: [1, "<b>"] } } } }
                  responses:
                    '200': { description: Done., content: { text/plain: { example: 'fine "so"' } } }
            components:
              parameters:
                Id: { name: id, in: path, required: true, description: which }
            """);
    assertThat(page)
        .contains("<p>One &amp; <code>two</code></p>")
        .contains("<h2>things</h2>")
        .contains("<code>PUT /things/{id}</code>")
        .contains("Replace &lt;it&gt;.")
        .contains("<tr><td><code>id</code></td><td>which (path, required)</td></tr>")
        .contains("<pre>{&quot;a&quot;:[1,&quot;&lt;b&gt;&quot;]}</pre>")
        .contains("<tr><td><code>200</code></td><td>Done.</td></tr>")
        .contains("<pre>fine &quot;so&quot;</pre>");
  }
}
