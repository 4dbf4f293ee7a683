package io.trafficgen.persistence;

import io.trafficgen.application.contract.PaymentsContract;

class PostgresPaymentsTest extends PostgresPorts implements PaymentsContract {}
