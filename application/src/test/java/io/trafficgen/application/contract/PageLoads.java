package io.trafficgen.application.contract;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.exit.Exit;

/** Loads of tests that differ from another one in a single thing. */
public final class PageLoads {
  private PageLoads() {}

  public static PageLoad withoutScript(PageLoad load) {
    return with(load, false, load.exit(), load.wishes());
  }

  public static PageLoad through(Exit exit, PageLoad load) {
    return with(load, load.script(), exit, load.wishes());
  }

  public static PageLoad wishing(PageWishes wishes, PageLoad load) {
    return with(load, load.script(), load.exit(), wishes);
  }

  private static PageLoad with(PageLoad load, boolean script, Exit exit, PageWishes wishes) {
    return new PageLoad(
        load.visit(),
        load.url(),
        load.referer(),
        load.device(),
        load.language(),
        script,
        load.cookies(),
        exit,
        load.hosts(),
        wishes,
        load.deadline());
  }
}
