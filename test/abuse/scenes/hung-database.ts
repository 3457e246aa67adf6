import { startPlinth } from "../../e2e/plinth-process.js";
import { PROGRAM } from "../shops.js";
import { repeated, type Repeated } from "./repeated.js";
import { untilGood } from "./replaced-store.js";
import { ShopClient } from "./shop-client.js";

/** A database that can be stopped and continued. */
export interface StoppableDatabase {
  readonly settings: Readonly<Record<string, string>>;
  readonly hang: () => void;
  readonly resume: () => void;
}

interface HungDatabase {
  readonly writes: Repeated;
  readonly reads: Repeated;
  readonly live: Repeated;
  /** Milliseconds until `/health/ready` said no. */
  readonly notReadyAfter: number;
  /** What is answered when the database runs again. */
  readonly afterwards: { readonly change: string; readonly read: string };
  /** The end of the process when it is asked to stop while the database hangs. */
  readonly stop: { readonly milliseconds: number; readonly code: number | null };
}

/** The database stops answering during changes and reads, runs again, and hangs at a stop. */
export const hungDatabase = async (
  { settings, hang, resume }: StoppableDatabase,
  milliseconds: number,
): Promise<HungDatabase> => {
  const server = await startPlinth(settings, { program: PROGRAM });
  const client = new ShopClient(server.port);
  try {
    await client.write();
    const watched = [
      repeated(() => client.write(), { atOnce: 4, pauseMs: 0 }),
      repeated(() => client.read(), { atOnce: 4, pauseMs: 0 }),
      repeated(() => client.live(), { pauseMs: 100 }),
    ] as const;
    await new Promise((working) => setTimeout(working, 1_000));
    hang();
    const notReadyAfter = await untilNotReady(client);
    await new Promise((enough) => setTimeout(enough, milliseconds));
    const [writes, reads, live] = await Promise.all(watched.map((end) => end()));
    resume();
    const afterwards = {
      change: await untilGood(() => client.write()),
      read: await untilGood(() => client.read()),
    };
    const last = repeated(() => client.write(), { atOnce: 4, pauseMs: 0 });
    await new Promise((working) => setTimeout(working, 500));
    hang();
    await new Promise((working) => setTimeout(working, 500));
    const start = performance.now();
    const code = await server.stop("SIGTERM");
    const stop = { milliseconds: Math.round(performance.now() - start), code };
    await last();
    if (!writes || !reads || !live) throw new Error("Nothing was watched.");
    return { writes, reads, live, notReadyAfter, afterwards, stop };
  } finally {
    resume();
    client.close();
    await server.stop("SIGKILL");
  }
};

const untilNotReady = async (client: ShopClient): Promise<number> => {
  const start = performance.now();
  while ((await client.ready()).status === 200 && performance.now() - start < 60_000)
    await new Promise((again) => setTimeout(again, 50));
  return Math.round(performance.now() - start);
};
