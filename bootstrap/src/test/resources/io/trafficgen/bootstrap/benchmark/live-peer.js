// What Node's own HTTP server does of it: an event is encoded once, and each reader gets one write
// for each tick. Who does not read is left alone until his socket takes more.
const http = require('node:http');
const TICK = 15;
const perSecond = Number(process.argv[2]);
const readers = new Set();
const start = process.hrtime.bigint();
let published = 0;

http.createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream;charset=utf-8' });
  response.write(': open\n\n');
  readers.add(response);
  response.on('close', () => readers.delete(response));
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});

setInterval(() => {
  const due = Number((process.hrtime.bigint() - start) * BigInt(perSecond) / 1000000000n);
  let text = '';
  while (published < due) {
    text += message(++published);
  }
  const bytes = Buffer.from(text);
  for (const reader of readers) {
    if (!reader.writableNeedDrain) {
      reader.write(bytes);
    }
  }
}, TICK);

function message(number) {
  const id = '00000000-0000-0003-0000-' + number.toString(16).padStart(12, '0');
  return `id: ${Date.now()}-${number}\ndata: ` + JSON.stringify({
    type: 'hit',
    project_id: '00000000-0000-0001-0000-000000000001',
    url: 'https://shop.example/kettles/' + number % 1000,
    country: null,
    ip: null,
    id,
    ts: new Date().toISOString(),
    visit_id: id,
    page: 1,
    device: 'desktop',
    browser: 'chrome',
    status: 200,
    duration_ms: 42,
    bytes: 48213,
    blocked_requests: 3,
  }) + '\n\n';
}

process.stdin.resume().on('end', () => process.exit(0));
