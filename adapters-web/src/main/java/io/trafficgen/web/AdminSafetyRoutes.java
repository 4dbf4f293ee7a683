package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.safety.ChangeHost;
import io.trafficgen.application.safety.ListHosts;
import io.trafficgen.application.safety.ListKillSwitches;
import io.trafficgen.application.safety.SetKillSwitch;
import io.trafficgen.domain.InvalidValueException;
import io.trafficgen.domain.audit.Actor;
import io.trafficgen.domain.safety.KillScope;
import io.trafficgen.domain.safety.KillTarget;
import io.trafficgen.domain.site.Host;
import io.trafficgen.web.shape.HostJson;
import io.trafficgen.web.shape.KillSwitchJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What admins do against harm: kill switches, and the caps of hosts. */
public final class AdminSafetyRoutes implements RouteGroup {
  private static final String SWITCHES = "/api/admin/kill-switches";
  private static final String HOSTS = "/api/admin/hosts";

  private static final JsonForm<KillScope> SCOPE = JsonForm.text("host", AdminSafetyRoutes::scope);

  private final SetKillSwitch set;
  private final ListKillSwitches switches;
  private final ChangeHost change;
  private final ListHosts hosts;
  private final Access access;

  public AdminSafetyRoutes(
      SetKillSwitch set,
      ListKillSwitches switches,
      ChangeHost change,
      ListHosts hosts,
      Access access) {
    this.set = set;
    this.switches = switches;
    this.change = change;
    this.hosts = hosts;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(SWITCHES, this::switches),
        Route.put(SWITCHES, this::set),
        Route.get(HOSTS, this::hosts),
        Route.patch(HOSTS + "/{host}", this::change));
  }

  private void switches(Context ctx) {
    access.admin(ctx);
    Answers.page(ctx, switches.list(Requests.page(ctx)), KillSwitchJson::of);
  }

  private void set(Context ctx) {
    Actor admin = Actor.of(access.admin(ctx).id(), Requests.address(ctx));
    JsonFields body = Requests.json(ctx);
    Optional<KillScope> scope = body.required("scope", SCOPE);
    JsonForm<KillTarget> key =
        JsonForm.text("shop.example", text -> KillTarget.parse(scope.orElse(KillScope.HOST), text));
    Optional<KillTarget> target =
        scope.filter(KillScope.GLOBAL::equals).isPresent()
            ? body.optional("key", key)
                .or(() -> Optional.of(KillTarget.parse(KillScope.GLOBAL, "")))
            : body.required("key", key);
    Optional<Boolean> on = body.required("on", JsonForm.flag());
    Optional<String> reason = body.required("reason", JsonForm.reason("complaint of the host"));
    body.requireValid();
    Answers.ok(
        ctx,
        KillSwitchJson.of(
            set.set(target.orElseThrow(), on.orElseThrow(), reason.orElseThrow(), admin)));
  }

  private void hosts(Context ctx) {
    access.admin(ctx);
    Answers.page(ctx, hosts.list(Requests.page(ctx)), HostJson::of);
  }

  private void change(Context ctx) {
    Actor admin = Actor.of(access.admin(ctx).id(), Requests.address(ctx));
    Host host = host(ctx.pathParam("host"));
    JsonFields body = Requests.json(ctx);
    Optional<OptionalInt> cap =
        body.optional("max_per_minute", JsonForm.count("120"))
            .map(OptionalInt::of)
            .or(() ->
                body.isNull("max_per_minute")
                    ? Optional.of(OptionalInt.empty())
                    : Optional.empty());
    Optional<Boolean> blocked = body.optional("blocked", JsonForm.flag());
    body.requireValid();
    Answers.ok(ctx, HostJson.of(change.change(host, cap, blocked, admin)));
  }

  /** What is no host names nothing. */
  private static Host host(String text) {
    try {
      return Host.parse(text);
    } catch (InvalidValueException e) {
      throw RefusedException.notFound();
    }
  }

  private static KillScope scope(String text) {
    return Arrays.stream(KillScope.values())
        .filter(scope -> scope.wireName().equals(text))
        .findAny()
        .orElseThrow(() ->
            new InvalidValueException(
                "", "must be global, host, account or project", SCOPE.example()));
  }
}
