/** What the system does (one package a feature) and what it needs ({@code port}). */
module io.trafficgen.application {
  requires transitive io.trafficgen.domain;

  exports io.trafficgen.application;
  exports io.trafficgen.application.account;
  exports io.trafficgen.application.affiliate;
  exports io.trafficgen.application.audit;
  exports io.trafficgen.application.billing;
  exports io.trafficgen.application.live;
  exports io.trafficgen.application.operations;
  exports io.trafficgen.application.port;
  exports io.trafficgen.application.project;
  exports io.trafficgen.application.safety;
  exports io.trafficgen.application.site;
  exports io.trafficgen.application.visit;
}
