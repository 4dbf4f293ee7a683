package io.trafficgen.application.fake;

import io.trafficgen.application.contract.SiteProofsContract;
import io.trafficgen.domain.site.Host;

class ScriptedSiteProofsTest implements SiteProofsContract {
  private static final Host SHOP = Host.parse("shop.example");

  private final ScriptedSiteProofs proofs = new ScriptedSiteProofs();

  @Override
  public ScriptedSiteProofs proofs() {
    return proofs;
  }

  @Override
  public Host host() {
    return SHOP;
  }

  @Override
  public void showFile(String content) {
    proofs.put(SHOP, content);
  }

  @Override
  public void showTag(String content) {
    proofs.putMeta(SHOP, content);
  }
}
