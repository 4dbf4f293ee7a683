package io.trafficgen.persistence;

import io.trafficgen.application.contract.HitStoreContract;

class PostgresHitStoreTest extends PostgresPorts implements HitStoreContract {}
