package io.trafficgen.domain.settings;

/** {@code qa.blockThirdParty}: which foreign requests of a page are not made; ads never are. */
public enum ThirdPartyBlock {
  ADS,
  ADS_PLUS_ANALYTICS,
  /** Everything that is not on a host the account verified. */
  ALL
}
