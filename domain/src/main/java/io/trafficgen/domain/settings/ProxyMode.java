package io.trafficgen.domain.settings;

/** {@code proxyMode}: how a visit picks among the operator's exits. */
public enum ProxyMode {
  /** Any exit that meets the wish for a country. */
  AUTO,
  /** The same exit for all visits of a project to a country, as long as it lives. */
  STICKY,
  /** Only the exits that {@code customProxies} names. */
  CUSTOM
}
