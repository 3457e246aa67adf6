import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../src/infrastructure/data-source.js";
import { fixedClock } from "../fakes/fixed-clock.js";

export const DEADLINES = { connectMs: 2_000, poolWaitMs: 5_000, statementMs: 5_000 } as const;

/** A new embedded store in a folder of its own; closing it removes the folder. */
export const embeddedStore = async (): Promise<Store & { readonly file: string }> => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-test-"));
  const file = join(folder, "plinth.db");
  const store = await openStore({ kind: "embedded", file, deadlines: DEADLINES }, fixedClock());
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...store, file, close };
};

/** The types of the stored events, oldest first. */
export const outboxTypes = async ({ readSource }: Pick<Store, "readSource">): Promise<readonly string[]> =>
  (await readSource.query("SELECT type FROM outbox ORDER BY id")).map((row) => String(row["type"]));
