package io.trafficgen.persistence;

import io.trafficgen.application.contract.AffiliatesContract;

class PostgresAffiliatesTest extends PostgresPorts implements AffiliatesContract {}
