package io.trafficgen.application.contract;

import io.trafficgen.application.port.PageLoad;
import io.trafficgen.application.port.PageWishes;
import io.trafficgen.domain.exit.Exit;
import io.trafficgen.domain.site.Host;
import java.util.Set;

/** Loads of tests that differ from another one in a single thing. */
public final class PageLoads {
  private PageLoads() {}

  public static PageLoad withoutScript(PageLoad load) {
    return with(load, false, load.exit(), load.hosts(), load.wishes());
  }

  public static PageLoad through(Exit exit, PageLoad load) {
    return with(load, load.script(), exit, load.hosts(), load.wishes());
  }

  public static PageLoad wishing(PageWishes wishes, PageLoad load) {
    return with(load, load.script(), load.exit(), load.hosts(), wishes);
  }

  /** Of an account that has verified these hosts. */
  public static PageLoad verified(Set<Host> hosts, PageLoad load) {
    return with(load, load.script(), load.exit(), hosts, load.wishes());
  }

  private static PageLoad with(
      PageLoad load, boolean script, Exit exit, Set<Host> hosts, PageWishes wishes) {
    return new PageLoad(
        load.visit(),
        load.url(),
        load.referer(),
        load.device(),
        load.language(),
        script,
        load.cookies(),
        exit,
        hosts,
        wishes,
        load.deadline());
  }
}
