// What Node's own HTTP server and, if told so, Fastify do of a quote: the same question, the same answer, nothing
// around it.
const http = require('node:http');
const TIERS = [[1, 580], [12900, 430], [39900, 400], [99900, 330], [124900, 250], [299900, 200]];

function quote(amount) {
  const cents = Math.round(Number(amount) * 100);
  let tier = TIERS.length - 1;
  while (tier > 0 && cents < TIERS[tier][0]) {
    tier--;
  }
  return {
    estimated_visits: Math.floor(cents * 10000 / TIERS[tier][1]),
    rate: TIERS[tier][1] / 1000,
    amount: (cents / 100).toFixed(2),
    currency: 'EUR',
    price_version: 1,
    days_at_host_cap: Math.ceil(cents * 10000 / TIERS[tier][1] / 86400),
    next_tier: TIERS[tier + 1] ? { from: (TIERS[tier + 1][0] / 100).toFixed(2) } : null,
  };
}

if (process.argv[2] === 'fastify') {
  const server = require('fastify')();
  server.get('/api/billing/quote', async (request) => quote(request.query.amount));
  server.listen({ port: 0, host: '127.0.0.1' }).then(() => console.log(server.server.address().port));
} else {
  http.createServer((request, response) => {
    const body = JSON.stringify(quote(new URL(request.url, 'http://localhost').searchParams.get('amount')));
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(body);
  }).listen(0, '127.0.0.1', function () {
    console.log(this.address().port);
  });
}

process.stdin.resume().on('end', () => process.exit(0));
