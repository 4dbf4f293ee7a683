package io.trafficgen.persistence;

import io.trafficgen.application.contract.SessionsContract;

class PostgresSessionsTest extends PostgresPorts implements SessionsContract {}
