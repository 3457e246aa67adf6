// All attacks and outages, or those that are named, with what they did:
//   npm run bench:abuse -- [seconds] [name …]
import { ATTACKS } from "./attacks.js";
import { measure, type Measurement } from "./measure.js";
import { busyStart } from "./scenes/busy-start.js";
import { hungDatabase } from "./scenes/hung-database.js";
import { lostRedis } from "./scenes/lost-redis.js";
import { ownDatabase, type OwnDatabase } from "./scenes/own-database.js";
import { replacedStore } from "./scenes/replaced-store.js";
import { slowDatabase } from "./scenes/slow-database.js";
import { makeShops, type Shops } from "./shops.js";

const LARGE_CATALOGUE = 28_000;
const [seconds = "15", ...names] = process.argv.slice(2);
const milliseconds = Number(seconds) * 1_000;
const LATER_MS = 1_000;

const onDatabase = async (scene: (database: OwnDatabase) => Promise<unknown>): Promise<unknown> => {
  const database = await ownDatabase();
  try {
    return await scene(database);
  } finally {
    await database.stop();
  }
};

const OUTAGES: Readonly<Record<string, (shops: Shops) => Promise<unknown>>> = {
  "hung-database": () => onDatabase((database) => hungDatabase(database, milliseconds)),
  "slow-database": () => onDatabase((database) => slowDatabase(database, milliseconds)),
  "replaced-store": (shops) => replacedStore(shops, milliseconds),
  "lost-redis": (shops) => lostRedis(shops, milliseconds),
  "busy-start": () => busyStart(LARGE_CATALOGUE),
};
const chosen = names.length === 0 ? [...Object.keys(ATTACKS), ...Object.keys(OUTAGES)] : names;

const row = (name: string, m: Measurement): string =>
  [
    name,
    m.end === null ? "survived" : `died (${m.end})`,
    `${m.memory.before} → ${m.memory.peak} → ${m.memory.later} MiB`,
    `${m.others.p50} / ${m.others.p95} / ${m.others.worst} ms`,
    said(m.others.failures),
    `${m.health.p95} / ${m.health.worst} ms`,
    said(m.health.failures),
    `${m.healthPort.p95} / ${m.healthPort.worst} ms`,
    `${m.machine.p95} ms, × ${m.slowedDown}`,
    said(m.answers),
    m.recovered === null ? "never" : `${m.recovered} ms`,
    said(m.log),
  ].join(" | ");

const said = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, n]) => `${n} × ${what}`)
    .join(", ") || "none";

const print = (line: string): void => void process.stdout.write(`| ${line} |\n`);

print(
  "attack | process | memory: before, peak, later | others: p50 / p95 / worst | others' failures | health: p95 / worst | its failures | health port: p95 / worst | machine: p95, slowed down | answers | recovered after | log",
);
print(Array(12).fill("---").join(" | "));
const shops = await makeShops();
try {
  for (const name of chosen) {
    const [attack, outage] = [ATTACKS[name], OUTAGES[name]];
    if (attack) print(row(name, await measure(attack, shops, { milliseconds, laterMs: LATER_MS })));
    else if (outage)
      print(`${name} | ${await outage(shops).then((found) => JSON.stringify(found), String)}`);
    else throw new Error(`There is no attack ${name}.`);
  }
} finally {
  await shops.remove();
}
