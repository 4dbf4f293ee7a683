package io.trafficgen.web;

import io.javalin.http.Context;
import io.trafficgen.application.operations.ShowKeyDirectory;
import io.trafficgen.application.visit.ExitState;
import io.trafficgen.application.visit.ListExits;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.settings.Country;
import io.trafficgen.web.Route.Trait;
import io.trafficgen.web.shape.ExitJson;
import io.trafficgen.web.shape.ExitStateJson;
import io.trafficgen.web.shape.PageJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a site learns who visits it, and the exits as admins see them. */
public final class BotRoutes implements RouteGroup {
  private static final String HTML = "text/html";
  private static final String TEXT = "text/plain";
  private static final String KEYS = "application/http-message-signatures-directory+json";

  private final BotPage page;
  private final ListExits exits;
  private final ShowKeyDirectory keys;
  private final Access access;

  public BotRoutes(BotPage page, ListExits exits, ShowKeyDirectory keys, Access access) {
    this.page = page;
    this.exits = exits;
    this.keys = keys;
    this.access = access;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/bot", HTML, this::page),
        Route.get("/bot/exits", this::exits).with(Trait.NEGOTIATED),
        Route.get("/.well-known/http-message-signatures-directory", KEYS, this::keys)
            .with(Trait.NEGOTIATED),
        Route.get("/api/admin/exits", this::states));
  }

  private void page(Context ctx) {
    write(ctx, HTML + ";charset=utf-8", page.html(keys.show().isPresent()));
  }

  /** JSON, unless the client names plain text and not JSON. */
  private void exits(Context ctx) {
    String accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    ctx.header("Vary", "Accept");
    if (accept.contains(TEXT) && !accept.contains(Route.JSON)) {
      write(ctx, TEXT + ";charset=utf-8", list());
      return;
    }
    if (!accept.isBlank() && !RequestChecks.accepts(accept, Route.JSON)) {
      throw RefusedException.notAcceptable(Route.JSON + " or " + TEXT);
    }
    Answers.ok(
        ctx,
        new PageJson<>(
            exits.list().stream().map(ExitState::exit).map(ExitJson::of).toList(),
            Optional.empty()));
  }

  /** An address a line, as firewalls read it; exits whose address nobody knows are left out. */
  private String list() {
    return exits.list().stream()
        .map(ExitState::exit)
        .flatMap(exit -> exit.publicIp().map(ip -> line(ip, exit)).stream())
        .collect(Collectors.joining());
  }

  private static String line(String ip, Exit exit) {
    return ip + exit.country().map(Country::code).map(code -> " # " + code).orElse("") + "\n";
  }

  /** Verifiers ask for its own type, for JSON, or for nothing. */
  private void keys(Context ctx) {
    String accept = Optional.ofNullable(ctx.header("Accept")).orElse("");
    if (!accept.isBlank()
        && !RequestChecks.accepts(accept, KEYS)
        && !RequestChecks.accepts(accept, Route.JSON)) {
      throw RefusedException.notAcceptable(KEYS);
    }
    ShowKeyDirectory.Shown shown = keys.show().orElseThrow(RefusedException::notFound);
    shown.headers().forEach(ctx::header);
    ctx.header("Cache-Control", "public, max-age=3600");
    // else Jetty adds the charset of the type before, and verifiers compare the whole type
    ctx.res().setCharacterEncoding((String) null);
    write(ctx, KEYS, shown.json());
  }

  private void states(Context ctx) {
    access.admin(ctx);
    Answers.ok(
        ctx,
        new PageJson<>(exits.list().stream().map(ExitStateJson::of).toList(), Optional.empty()));
  }

  private static void write(Context ctx, String type, String text) {
    ctx.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
  }
}
