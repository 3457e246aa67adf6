import { copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { startPlinth } from "../../e2e/plinth-process.js";
import { PROGRAM, type Shops } from "../shops.js";
import type { Answers } from "../tally.js";
import { repeated } from "./repeated.js";
import { ShopClient } from "./shop-client.js";

interface ReplacedStore {
  /** Answers to changes after the file was replaced. */
  readonly changes: Answers;
  readonly ready: string;
  /** What is answered when the file is back. */
  readonly afterwards: { readonly change: string; readonly ready: string };
}

/** The file of the embedded store is replaced by a copy while the shop is written to, and put back. */
export const replacedStore = async (shops: Shops, milliseconds: number): Promise<ReplacedStore> => {
  const settings = await shops.copy("products");
  const file = join(settings["PLINTH_DATA_DIR"] ?? "", "plinth.db");
  const server = await startPlinth(settings, { program: PROGRAM });
  const client = new ShopClient(server.port);
  try {
    await client.write();
    const writers = repeated(() => client.write(), { atOnce: 4 });
    await rename(file, `${file}.moved`);
    await copyFile(`${file}.moved`, file);
    // What had begun before may still be acknowledged.
    await writers();
    const later = repeated(() => client.write(), { atOnce: 4 });
    await new Promise((enough) => setTimeout(enough, milliseconds));
    const { answers } = await later();
    const ready = await client.ready();
    await rename(`${file}.moved`, file);
    const change = await untilGood(() => client.write());
    return {
      changes: answers,
      ready: ready.outcome,
      afterwards: { change, ready: await untilGood(() => client.ready()) },
    };
  } finally {
    client.close();
    await server.stop("SIGKILL");
  }
};

/** The first good outcome, or the last one of ten seconds. */
export const untilGood = async (
  once: () => Promise<{ readonly outcome: string }>,
): Promise<string> => {
  const start = performance.now();
  for (;;) {
    const { outcome } = await once();
    if (outcome === "200" || performance.now() - start > 10_000) return outcome;
    await new Promise((again) => setTimeout(again, 50));
  }
};
