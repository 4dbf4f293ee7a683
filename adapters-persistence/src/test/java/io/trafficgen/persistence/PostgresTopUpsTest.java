package io.trafficgen.persistence;

import io.trafficgen.application.contract.TopUpsContract;

class PostgresTopUpsTest extends PostgresPorts implements TopUpsContract {}
