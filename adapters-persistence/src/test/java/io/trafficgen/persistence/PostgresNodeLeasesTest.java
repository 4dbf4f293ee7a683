package io.trafficgen.persistence;

import io.trafficgen.application.contract.NodeLeasesContract;

class PostgresNodeLeasesTest extends PostgresPorts implements NodeLeasesContract {}
