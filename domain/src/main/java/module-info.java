/**
 * The rules of TrafficGen, free of I/O, clocks and libraries: embeddable in any Java 21 program.
 */
module io.trafficgen.domain {
  exports io.trafficgen.domain;
  exports io.trafficgen.domain.account;
  exports io.trafficgen.domain.affiliate;
  exports io.trafficgen.domain.audit;
  exports io.trafficgen.domain.billing;
  exports io.trafficgen.domain.exit;
  exports io.trafficgen.domain.json;
  exports io.trafficgen.domain.money;
  exports io.trafficgen.domain.pricing;
  exports io.trafficgen.domain.project;
  exports io.trafficgen.domain.safety;
  exports io.trafficgen.domain.settings;
  exports io.trafficgen.domain.site;
  exports io.trafficgen.domain.visit;
}
