package io.trafficgen.persistence;

import io.trafficgen.application.contract.SeveralNodesContract;

class PostgresSeveralNodesTest extends PostgresPorts implements SeveralNodesContract {}
