package io.trafficgen.web;

import java.util.List;

/** The routes of one feature. */
public interface RouteGroup {
  List<Route> routes();
}
