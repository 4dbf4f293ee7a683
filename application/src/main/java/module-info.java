/** What the system does (one package a feature) and what it needs ({@code port}). */
module io.trafficgen.application {
  requires transitive io.trafficgen.domain;

  exports io.trafficgen.application.port;
}
