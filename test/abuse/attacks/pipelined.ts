import { connect } from "node:net";
import { ADDRESSES, type Attack, type Target } from "../attack.js";
import type { Tally } from "../tally.js";

const REQUESTS = 200;
const PAUSE_MS = 50;
const MORE_MS = 250;
const QUERY = "{ products(first: 100) { nodes { id slug title descriptionHtml } } }";

/** Connections with many requests at once whose answers are never read. */
export const pipelined = (connections: number): Attack => ({
  name: `pipelined-${connections}`,
  sends: `${connections} connections × ${REQUESTS} pipelined requests, answers never read`,
  run: async (target, tally) => {
    const end = performance.now() + target.milliseconds;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        // Who is thrown out comes again.
        while (performance.now() < end) await pour(target, end, tally);
      }),
    );
  },
});

const pour = ({ port }: Target, end: number, tally: Tally): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, localAddress: ADDRESSES.attacker });
    let isOver = false;
    // A socket that is not read keeps no process running; this does.
    const over = setTimeout(
      () => {
        isOver = true;
        socket.destroy();
      },
      Math.max(end - performance.now(), 0),
    );
    socket.on("connect", () => {
      tally.add("connected");
      socket.write(request(port).repeat(REQUESTS));
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(over);
      clearInterval(more);
      if (!isOver) tally.add("closed by the server");
      setTimeout(resolve, isOver ? 0 : PAUSE_MS);
    });
    socket.pause();
    // Who does not read notices only when writing that a connection is closed.
    const more = setInterval(() => socket.write(request(port)), MORE_MS);
  });

const request = (port: number): string => {
  const body = JSON.stringify({ query: QUERY });
  return [
    "POST /graphql HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
};
