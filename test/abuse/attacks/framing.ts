import { connect } from "node:net";
import { ADDRESSES, type Attack } from "../attack.js";

const PATIENCE_MS = 20_000;
const QUERY = '{"query":"{ shop { currency } }"}';
const HOST = "host: 127.0.0.1\r\n";
const JSON_TYPE = "content-type: application/json\r\n";
const post = (headers: string, body: string): string =>
  `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}${headers}\r\n${body}`;
const chunked = (body: string, extension = ""): string =>
  `${body.length.toString(16)}${extension}\r\n${body}\r\n0\r\n\r\n`;

/** Bytes that break the rules of HTTP, or stretch them, with the statuses that may answer them. */
const MESSAGES: Readonly<Record<string, readonly [bytes: string, allowed: RegExp]>> = {
  "length and chunks": [
    post(
      `content-length: 5\r\ntransfer-encoding: chunked\r\n`,
      `${chunked(QUERY)}GET /smuggled HTTP/1.1\r\n${HOST}\r\n`,
    ),
    /^400$/,
  ],
  "chunks and length": [
    post(`transfer-encoding: chunked\r\ncontent-length: 5\r\n`, chunked(QUERY)),
    /^400$/,
  ],
  "two lengths": [post(`content-length: ${QUERY.length}\r\ncontent-length: 3\r\n`, QUERY), /^400$/],
  "two chunkings": [
    post("transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n", chunked(QUERY)),
    /^400$/,
  ],
  "unknown coding": [
    post("transfer-encoding: gzip, chunked\r\n", chunked(QUERY)),
    /^(200|400|415|501)$/,
  ],
  "hidden chunking": [post("transfer-encoding: xchunked\r\n", chunked(QUERY)), /^(400|501)$/],
  "negative length": [post("content-length: -1\r\n", QUERY), /^400$/],
  "length with plus": [post(`content-length: +${QUERY.length}\r\n`, QUERY), /^400$/],
  "huge length": [post(`content-length: ${"9".repeat(30)}\r\n`, QUERY), /^(400|413)$/],
  "folded header": [
    post(`x-folded: one\r\n two\r\ncontent-length: ${QUERY.length}\r\n`, QUERY),
    /^(200|400)$/,
  ],
  "bare line feeds": [`GET /health/live HTTP/1.1\n${HOST.replace("\r", "")}\n`, /^(200|400)$/],
  "space before colon": [post(`content-length : ${QUERY.length}\r\n`, QUERY), /^400$/],
  "zero byte in header": [
    post(`x-zero: a\0b\r\ncontent-length: ${QUERY.length}\r\n`, QUERY),
    /^400$/,
  ],
  "huge header": [
    `GET /health/live HTTP/1.1\r\n${HOST}x-huge: ${"x".repeat(200_000)}\r\n\r\n`,
    /^431$/,
  ],
  "many headers": [
    `GET /health/live HTTP/1.1\r\n${HOST}${Array.from({ length: 5_000 }, (_, n) => `x-${n}: 1\r\n`).join("")}\r\n`,
    /^(200|431)$/,
  ],
  "huge target": [`GET /${"a".repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`, /^(404|414|431)$/],
  "megabytes of chunk extensions": [
    post("transfer-encoding: chunked\r\n", chunked(QUERY, `;${"e".repeat(4_000_000)}`)),
    /^(400|413|closed)$/,
  ],
  "bad chunk": [post("transfer-encoding: chunked\r\n", `zz\r\n${QUERY}\r\n`), /^400$/],
  "chunk larger than allowed": [
    post("transfer-encoding: chunked\r\n", `fffffff\r\n${" ".repeat(500_000)}`),
    /^413$/,
  ],
  "body that is not sent": [
    post("content-length: 30\r\nexpect: 100-continue\r\n", ""),
    /^(100|408)$/,
  ],
  "unknown expectation": [post("content-length: 2\r\nexpect: 200-maybe\r\n", "{}"), /^(400|417)$/],
  "upgrade to h2c": [
    `GET /health/live HTTP/1.1\r\n${HOST}connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n`,
    /^(200|400|426)$/,
  ],
  "upgrade to a socket": [
    `GET /graphql HTTP/1.1\r\n${HOST}connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    /^(400|404|405|426)$/,
  ],
  "preface of HTTP/2": ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", /^(400|505)$/],
  TRACE: [`TRACE /graphql HTTP/1.1\r\n${HOST}\r\n`, /^(400|404|405|501)$/],
  CONNECT: [
    `CONNECT example.com:443 HTTP/1.1\r\nhost: example.com:443\r\n\r\n`,
    /^(400|404|405|501|closed)$/,
  ],
  "unknown method": [`STEAL /graphql HTTP/1.1\r\n${HOST}\r\n`, /^(400|404|405|501)$/],
  "absolute target": [
    `GET http://example.com/health/live HTTP/1.1\r\n${HOST}\r\n`,
    /^(200|400|404|421)$/,
  ],
  "target without path": [`GET ?a=1 HTTP/1.1\r\n${HOST}\r\n`, /^(400|404)$/],
  "invalid percent encoding": [`GET /media/%zz%c0%ae%00 HTTP/1.1\r\n${HOST}\r\n`, /^(400|404)$/],
  "path upwards": [`GET /media/../../etc/passwd HTTP/1.1\r\n${HOST}\r\n`, /^(400|404)$/],
  "two hosts": [`GET /health/live HTTP/1.1\r\n${HOST}${HOST}\r\n`, /^400$/],
  "no host": ["GET /health/live HTTP/1.1\r\n\r\n", /^400$/],
  TLS: ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", /^(400|408|closed)$/],
  "random bytes": [
    String.fromCharCode(...Array.from({ length: 4_000 }, (_, n) => (n * 197 + (n >> 3)) % 256)),
    /^400$/,
  ],
  "version 0.9": ["GET /health/live\r\n\r\n", /^400$/],
  "version 9.9": [`GET /health/live HTTP/9.9\r\n${HOST}\r\n`, /^(400|505)$/],
};

/** Each of the messages on a connection of its own: "as allowed", or the name with what happened. */
export const framing: Attack = {
  name: "framing",
  sends: `${Object.keys(MESSAGES).length} messages that break or stretch the rules of HTTP`,
  run: async ({ port, milliseconds }, tally) => {
    const end = performance.now() + milliseconds;
    do {
      await Promise.all(
        Object.entries(MESSAGES).map(async ([name, [bytes, allowed]]) => {
          const answer = await firstStatus(port, bytes);
          tally.add(allowed.test(answer) ? "as allowed" : `unexpected: ${name}: ${answer}`);
        }),
      );
    } while (performance.now() < end);
  },
};

/** @returns the status of the first answer, "closed" without one, or "hangs" */
const firstStatus = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, localAddress: ADDRESSES.attacker });
    let heard = "";
    const finish = (status: string): void => {
      clearTimeout(tooLong);
      resolve(status);
      socket.destroy();
    };
    const tooLong = setTimeout(() => finish("hangs"), PATIENCE_MS);
    socket.on("data", (piece: Buffer) => {
      heard += piece.toString("latin1");
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(heard) ?? [];
      if (status !== undefined) finish(status);
    });
    socket.on("error", () => finish("closed"));
    socket.on("close", () => finish("closed"));
    socket.write(bytes, "latin1");
  });
