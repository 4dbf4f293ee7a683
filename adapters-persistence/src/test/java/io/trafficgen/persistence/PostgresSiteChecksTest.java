package io.trafficgen.persistence;

import io.trafficgen.application.contract.SiteChecksContract;

class PostgresSiteChecksTest extends PostgresPorts implements SiteChecksContract {}
