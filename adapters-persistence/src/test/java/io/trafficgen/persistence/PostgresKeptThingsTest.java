package io.trafficgen.persistence;

import io.trafficgen.application.contract.CookieJarsContract;
import io.trafficgen.application.contract.FoundPagesContract;
import io.trafficgen.application.contract.OwedNoticesContract;

class PostgresKeptThingsTest extends PostgresPorts
    implements CookieJarsContract, FoundPagesContract, OwedNoticesContract {}
