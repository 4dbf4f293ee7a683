package io.trafficgen.persistence;

import io.trafficgen.application.contract.SafeguardsContract;

class PostgresSafeguardsTest extends PostgresPorts implements SafeguardsContract {}
