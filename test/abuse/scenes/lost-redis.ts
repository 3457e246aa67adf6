import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { freePort, startPlinth } from "../../e2e/plinth-process.js";
import { PROGRAM, type Shops } from "../shops.js";
import { repeated, type Repeated } from "./repeated.js";
import { ShopClient } from "./shop-client.js";

type Trouble = "before" | "hung" | "back" | "flushed" | "killed";

/** The Redis of the shared limits hangs, comes back, forgets everything and is killed, under load. */
export const lostRedis = async (
  shops: Shops,
  milliseconds: number,
): Promise<Readonly<Record<Trouble, Repeated>>> => {
  const redis = await ownRedis();
  const settings = { ...(await shops.copy("products")), PLINTH_REDIS_URL: redis.url };
  const server = await startPlinth(settings, { program: PROGRAM });
  const client = new ShopClient(server.port);
  const during = async (trouble: () => unknown): Promise<Repeated> => {
    const end = repeated(() => client.read(), { atOnce: 4, pauseMs: 5 });
    await trouble();
    await new Promise((enough) => setTimeout(enough, milliseconds / 5));
    return end();
  };
  try {
    return {
      before: await during(() => undefined),
      hung: await during(() => redis.signal("SIGSTOP")),
      back: await during(() => redis.signal("SIGCONT")),
      flushed: await during(redis.flush),
      killed: await during(() => redis.signal("SIGKILL")),
    };
  } finally {
    client.close();
    await server.stop("SIGKILL");
    redis.signal("SIGKILL");
  }
};

const ownRedis = async () => {
  const port = await freePort();
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", words, { stdio: "ignore" });
  const failed = once(child, "error").then(([error]) => {
    throw error;
  });
  const isUp = (): Promise<boolean> =>
    new Promise((found) => {
      const probe = connect(port, "127.0.0.1");
      probe.on("connect", () => (probe.destroy(), found(true)));
      probe.on("error", () => found(false));
    });
  while (!(await Promise.race([isUp(), failed])))
    await new Promise((again) => setTimeout(again, 20));
  failed.catch(() => undefined);
  return {
    url: `redis://127.0.0.1:${port}/0`,
    signal: (name: NodeJS.Signals) => child.kill(name),
    flush: () =>
      new Promise<void>((flushed) => {
        const socket = connect(port, "127.0.0.1", () => socket.write("FLUSHALL\r\n"));
        socket.once("data", () => (socket.destroy(), flushed()));
      }),
  };
};
