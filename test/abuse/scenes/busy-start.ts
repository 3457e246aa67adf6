import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, runPlinth, startPlinth } from "../../e2e/plinth-process.js";
import { ADMIN_KEY, productFile, PROGRAM } from "../shops.js";
import { repeated, type Repeated } from "./repeated.js";
import { ShopClient } from "./shop-client.js";

interface BusyStart {
  /** Milliseconds from the start of the process until `/health/ready` says yes. */
  readonly ready: number;
  readonly writes: Repeated;
}

/** A server starts with a catalogue while eight writers change it. */
export const busyStart = async (products: number, writers = 8): Promise<BusyStart> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-abuse-"));
  const settings = {
    NODE_ENV: "production",
    PLINTH_MODE: "production",
    PLINTH_HOST: "127.0.0.1",
    PLINTH_PUBLIC_URL: "http://127.0.0.1",
    PLINTH_ADMIN_KEY: ADMIN_KEY,
    PLINTH_DATA_DIR: join(folder, "data"),
  };
  await writeFile(join(folder, "products.csv"), productFile(products, 2, 300));
  await runPlinth(["import", join(folder, "products.csv")], settings, { program: PROGRAM });
  const port = await freePort();
  const client = new ShopClient(port);
  const start = performance.now();
  const starting = startPlinth(settings, { program: PROGRAM, port });
  while ((await client.live(5_000)).outcome !== "200")
    await new Promise((again) => setTimeout(again, 20));
  const end = repeated(() => client.write(), { atOnce: writers, pauseMs: 0 });
  const server = await starting;
  const ready = Math.round(performance.now() - start);
  const writes = await end();
  client.close();
  await server.stop("SIGKILL");
  await rm(folder, { recursive: true, force: true });
  return { ready, writes };
};
