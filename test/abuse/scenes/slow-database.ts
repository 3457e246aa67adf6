import { startPlinth } from "../../e2e/plinth-process.js";
import { PROGRAM } from "../shops.js";
import type { OwnDatabase } from "./own-database.js";
import { repeated, type Repeated } from "./repeated.js";
import { ShopClient } from "./shop-client.js";

interface SlowDatabase {
  readonly writes: Repeated;
  readonly reads: Repeated;
  readonly bulks: Repeated;
  readonly ready: string;
}

/** Each statement travels for 150 ms each way. */
export const slowDatabase = async (
  { settings, delay }: OwnDatabase,
  milliseconds: number,
): Promise<SlowDatabase> => {
  const server = await startPlinth(settings, { program: PROGRAM });
  const client = new ShopClient(server.port);
  try {
    await client.write();
    delay(150);
    const watched = [
      repeated(() => client.write(), { atOnce: 4, pauseMs: 0 }),
      repeated(() => client.read(), { atOnce: 4, pauseMs: 0 }),
      repeated(() => client.bulkWrite(), { atOnce: 2, pauseMs: 0 }),
    ] as const;
    await new Promise((enough) => setTimeout(enough, milliseconds));
    const ready = await client.ready();
    const [writes, reads, bulks] = await Promise.all(watched.map((end) => end()));
    if (!writes || !reads || !bulks) throw new Error("Nothing was watched.");
    return { writes, reads, bulks, ready: ready.outcome };
  } finally {
    delay(0);
    client.close();
    await server.stop("SIGKILL");
  }
};
