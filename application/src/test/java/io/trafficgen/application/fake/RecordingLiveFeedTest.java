package io.trafficgen.application.fake;

import io.trafficgen.application.contract.LiveFeedContract;

class RecordingLiveFeedTest implements LiveFeedContract {
  private final RecordingLiveFeed feed = new RecordingLiveFeed();

  @Override
  public RecordingLiveFeed feed() {
    return feed;
  }
}
