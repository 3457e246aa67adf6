import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../src/application/shared/clock.js";
import { openStore, type Store } from "../../src/infrastructure/store.js";
import { fixedClock } from "../fakes/fixed-clock.js";

export const DEADLINES = { connectMs: 2_000, poolWaitMs: 5_000, statementMs: 5_000 } as const;

/**
 * A new embedded store in a folder of its own; closing it removes the folder. Only the first one of
 * a process is migrated: the others begin as its copy.
 */
export const embeddedStore = async (
  clock: Clock = fixedClock(),
): Promise<Store & { readonly file: string }> => {
  const [folder, migrated] = await Promise.all([newFolder(), (emptyShop ??= migratedFile())]);
  const file = join(folder, "plinth.db");
  await writeFile(file, migrated);
  const store = await openStore({ kind: "embedded", file, deadlines: DEADLINES }, clock);
  const close = async () => {
    await store.close();
    await removed(folder);
  };
  return { ...store, file, close };
};

let emptyShop: Promise<Uint8Array> | undefined;

const migratedFile = async (): Promise<Uint8Array> => {
  const folder = await newFolder();
  const file = join(folder, "plinth.db");
  await (await openStore({ kind: "embedded", file, deadlines: DEADLINES }, fixedClock())).close();
  const bytes = await readFile(file);
  await removed(folder);
  return bytes;
};

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "plinth-test-"));

const removed = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The types of the stored events, oldest first. */
export const outboxTypes = async ({
  readSource,
}: Pick<Store, "readSource">): Promise<readonly string[]> =>
  (await readSource.query("SELECT type FROM outbox ORDER BY id")).map((row) => String(row["type"]));

/** All idempotency keys as they are stored. */
export const storedKeysOf = async ({ readSource }: Pick<Store, "readSource">): Promise<string> =>
  JSON.stringify(await readSource.query("SELECT * FROM idempotency_record"));
