import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPlinth } from "../../test/e2e/plinth-process.js";
import { startStorefront } from "../../test/storefront/storefront-process.js";

export interface BenchShop {
  /** Of the home page, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** The built storefront in front of a server with the demo. */
export const openShop = async (): Promise<BenchShop> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-bench-storefront-"));
  const plinth = await startPlinth({ PLINTH_DATA_DIR: folder, PLINTH_LOG_LEVEL: "error" });
  const storefront = await startStorefront(plinth.url);
  return {
    url: storefront.url,
    close: async () => {
      await storefront.stop();
      await plinth.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
