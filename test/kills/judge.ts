import { readFileSync } from "node:fs";
import type { Store } from "../../src/infrastructure/store.js";
import { sleep } from "../../src/infrastructure/shared/sleep.js";
import { createLogger } from "../../src/infrastructure/shared/log/create-logger.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { startBackground } from "../../src/wiring/background.js";
import { RECORDED, RECORDING, SUBSCRIBERS } from "./recording.js";
import { openScene, scene, SHORT } from "./scene.js";

const PATIENCE_MS = 30_000;

// Delivers the remaining events, and then compares the commits with their effects.
const store = await openScene();
const numberOf = async (sql: string): Promise<number> =>
  Number((await store.readSource.query(sql))[0]?.["found"]);
const log = await createLogger({ level: "error", pretty: false, destination: process.stderr });
const background = startBackground({
  store,
  work: RECORDING,
  clock: systemClock,
  log,
  ...SHORT,
});
await untilDrained();
await background.stop();
process.stdout.write(`${JSON.stringify(await judged(store))}\n`);
await store.close();

/** Waits until nothing is left to do, or until nothing changes any more. */
async function untilDrained(): Promise<void> {
  let [least, since] = [Number.POSITIVE_INFINITY, Date.now()];
  for (;;) {
    const open =
      (await numberOf("SELECT COUNT(*) AS found FROM outbox WHERE status = 'PENDING'")) +
      (await numberOf("SELECT COUNT(*) AS found FROM scheduled_work WHERE status = 'PENDING'"));
    if (open < least) [least, since] = [open, Date.now()];
    if (open === 0 || Date.now() - since > PATIENCE_MS) return;
    await sleep(100);
  }
}

async function judged({ readSource }: Store): Promise<object> {
  const lines = readFileSync(scene.journal, "utf8")
    .split("\n")
    .map((line) => line.split(" "));
  const committed = lines.filter(([what]) => what === "committed");
  const deliveries = lines.filter(([what]) => what === "given").length;
  const settings = new Map(
    (await readSource.query("SELECT name, value FROM plinth_setting")).map((row) => [
      String(row["name"]),
      String(row["value"]),
    ]),
  );
  const events = await readSource.query(
    "SELECT event_id, type, aggregate_id, sequence, status FROM outbox ORDER BY id",
  );
  // Crossings of stock are announced as well, and nobody here subscribes to them.
  const recorded = events.filter((row) => row["type"] === RECORDED);
  const works = await readSource.query("SELECT id, status FROM scheduled_work");
  const shelves = new Map(
    (await readSource.query("SELECT variant_id, version FROM inventory_stock_item")).map((row) => [
      String(row["variant_id"]),
      Number(row["version"]),
    ]),
  );
  const keys = new Set(events.map((row) => `${row["aggregate_id"]} ${row["sequence"]}`));
  const workIds = new Set(works.map((row) => String(row["id"])));
  const effects = [...settings.keys()].filter((name) => name.startsWith("seen.")).length;
  const problems = [
    ...[...settings]
      .filter(([name]) => name.startsWith("wrong."))
      .map(([name, value]) => `${name}: ${value}`),
    ...events
      .filter((row) => row["status"] !== "DELIVERED")
      .map((row) => `event ${row["event_id"]} is ${row["status"]}`),
    ...recorded.flatMap((row) =>
      SUBSCRIBERS.filter((name) => !settings.has(`seen.${name}.${row["event_id"]}`)).map(
        (name) => `event ${row["event_id"]} was never delivered to ${name}`,
      ),
    ),
    ...works
      .filter((row) => row["status"] !== "DONE" || !settings.has(`rung.${row["id"]}`))
      .map((row) => `work ${row["id"]} was not done`),
    ...[...settings.keys()]
      .filter((name) => name.startsWith("rung.") && !workIds.has(name.slice(5)))
      .map((name) => `${name} was never scheduled`),
    ...committed
      .filter(([, shelf, version]) => !keys.has(`${shelf} ${version}`))
      .map((line) => `lost: ${line.join(" ")}`),
    ...committed
      .filter(([, , , work]) => !workIds.has(work ?? ""))
      .map((line) => `lost work: ${line.join(" ")}`),
    ...[...shelves].flatMap(([shelf, version]) =>
      SUBSCRIBERS.filter(
        (name) => settings.get(`last.${name}.${shelf.slice(-4)}`) !== String(version),
      ).map((name) => `${name} has not received the last event of ${shelf}`),
    ),
    ...(effects === recorded.length * SUBSCRIBERS.length
      ? []
      : [`${effects} effects of ${recorded.length} events`]),
    ...(committed.length > 0 && deliveries > 0 ? [] : ["nothing happened"]),
  ];
  return {
    acknowledged: committed.length,
    events: recorded.length,
    effects,
    deliveries,
    works: works.length,
    problems: problems.slice(0, 20),
    wrong: problems.length,
  };
}
