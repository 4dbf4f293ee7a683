package io.trafficgen.persistence;

import io.trafficgen.application.contract.SitesContract;

class PostgresSitesTest extends PostgresPorts implements SitesContract {}
