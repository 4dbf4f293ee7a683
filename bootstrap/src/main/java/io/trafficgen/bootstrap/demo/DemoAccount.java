package io.trafficgen.bootstrap.demo;

import io.trafficgen.domain.json.JsonValue.JsonArray;
import io.trafficgen.domain.site.Host;
import java.net.URI;
import java.util.List;

/** The demo's owner: signs up, proves the site, pays, and runs a project. */
public final class DemoAccount {
  private static final String EMAIL = "demo@trafficgen.example";
  private static final String WEBHOOKS = "/api/webhooks/payment_provider";
  private static final String AMOUNT = "50.00";

  /** Not that of earlier releases, whose project asked for countries that no exit is in. */
  private static final String PROJECT = "Demo shop";

  private final URI address;
  private final String password;
  private final String webhookSecret;
  private final ApiClient api;

  /**
   * @param address of the API
   * @param webhookSecret with which a payment provider would sign
   */
  public DemoAccount(URI address, String password, String webhookSecret) {
    this.address = address;
    this.password = password;
    this.webhookSecret = webhookSecret;
    this.api = new ApiClient(address);
  }

  /** Does what is not done yet. */
  public void prepare(Host host, DemoSite site) {
    String credentials =
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Demo\"}".formatted(EMAIL, password);
    api.tryPost("/api/auth/register", credentials);
    api.signIn(EMAIL, password);
    prove(host, site);
    if (api.get("/api/billing/balance").text("balance").equals("0.00")) {
      pay();
    }
    if (items("/api/projects").elements().stream()
        .noneMatch(known -> new ApiClient.Answer(known).text("name").equals(PROJECT))) {
      api.post("/api/projects", project(host));
    }
  }

  /** Brings a bank's event to the API. */
  public static void deliver(URI address, StubEvent event, String secret) {
    new ApiClient(address).deliver(WEBHOOKS, event, secret);
  }

  /** What to tell whoever started the demo. */
  public List<String> explain() {
    String token =
        "curl -s %s/api/auth/token -H 'Content-Type: application/json' -d '{\"username\":\"%s\",\"password\":\"%s\"}'"
            .formatted(address, EMAIL, password);
    return List.of(
        "",
        "Demo account  " + EMAIL,
        "Password      " + password,
        "Sign in at " + address + " and watch the visits arrive. Or try:",
        "  curl -s '" + address + "/api/billing/quote?amount=500'",
        "  " + token,
        "  curl -sN "
            + address
            + "/api/projects/"
            + projectId()
            + "/live-stream -H \"Authorization: Bearer $ACCESS_TOKEN\"",
        "Ctrl-C ends it; the next start goes on where this one stopped.");
  }

  private void prove(Host host, DemoSite site) {
    if (items("/api/sites").elements().isEmpty()) {
      api.post("/api/sites", "{\"host\":\"" + host + "\"}");
    }
    ApiClient.Answer added = new ApiClient.Answer(items("/api/sites").elements().get(0));
    site.prove(added.object("proofs").object("file").text("content"));
    ApiClient.Answer checked = api.post("/api/sites/" + added.text("id") + "/verify", "");
    if (!checked.text("status").equals("verified")) {
      throw new IllegalStateException("the example site is not verified: " + checked);
    }
  }

  /** Pays as a provider would tell it: a signed event that names the intent. */
  private void pay() {
    ApiClient.Answer intent = api.post("/api/billing/topups", "{\"amount\":\"" + AMOUNT + "\"}");
    String event =
        """
        {"type":"payment.completed","data":{"payment_id":"demo-%s","amount":"%s",\
        "currency":"EUR","metadata":{"intent_id":"%s"}}}\
        """
            .formatted(intent.text("reference"), AMOUNT, intent.text("id"));
    api.postSigned(WEBHOOKS, event, webhookSecret);
  }

  private static String project(Host host) {
    return """
    {"name":"%2$s","start":true,"settings":{
      "trafficSpeed":100,"deviceSplit":70,"timeOnPage":"5 seconds","timezone":"UTC",
      "entryUrls":"http://%1$s/\\nhttp://%1$s/products.html",
      "innerUrls":"http://%1$s/products.html\\nhttp://%1$s/about.html",
      "innerUrlCount":2,"bounceRate":30,
      "qa":{"rampMinutes":0,"maxConcurrent":4,"maxVisitsPerMinute":20}}}\
    """
        .formatted(host, PROJECT);
  }

  private String projectId() {
    return new ApiClient.Answer(items("/api/projects").elements().get(0)).text("id");
  }

  private JsonArray items(String path) {
    return api.get(path).array("items");
  }
}
