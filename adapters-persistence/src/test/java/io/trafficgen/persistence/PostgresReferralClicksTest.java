package io.trafficgen.persistence;

import io.trafficgen.application.contract.ReferralClicksContract;

class PostgresReferralClicksTest extends PostgresPorts implements ReferralClicksContract {}
