// Buyers from outside against built servers, several processes on one database, on SQLite and on MariaDB:
//   npm run bench:checkout -- [--full] [--only sqlite|mariadb] [--rounds n] [--buyers n] [--units n]
//     [--baskets n] [--checkouts n] [--kills n] [--processes n]
// MariaDB is the server in PLINTH_TEST_MYSQL_URL or a private one. The exit code is 1 when anything is
// wrong: oversold, wrongly sold out, an error that is no refusal, an order twice or not at all, replays
// that differ, or a finding of `plinth doctor`.
import { parseArgs } from "node:util";
import {
  BASKET_VARIANTS,
  lastUnits,
  manyBaskets,
  repeatedCheckouts,
  type Scene,
} from "./scenes.js";
import { Shop } from "./shop.js";
import { withMariadb } from "./with-mariadb.js";

const SMALL = { rounds: 2, buyers: 60, units: 10, baskets: 60, checkouts: 30, kills: 2 };
const FULL = { rounds: 20, buyers: 500, units: 50, baskets: 500, checkouts: 1_000, kills: 20 };
const COPIES = 5;
const CUT = 0.1;
const MOST_ROUNDS = 100 - BASKET_VARIANTS;
const SHOWN_PROBLEMS = 10;

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    only: text,
    rounds: text,
    buyers: text,
    units: text,
    baskets: text,
    checkouts: text,
    kills: text,
    processes: { ...text, default: "2" },
  },
});
const sizes = { ...(values.full ? FULL : SMALL) };
for (const name of Object.keys(sizes) as (keyof typeof sizes)[])
  sizes[name] = Number(values[name] ?? sizes[name]);
if (sizes.rounds > MOST_ROUNDS) throw new Error(`At most ${MOST_ROUNDS} rounds.`);

const runScenes = async (name: string, databaseUrl?: string): Promise<boolean> => {
  const { rounds, buyers, units, baskets, checkouts, kills } = sizes;
  const processes = Number(values.processes);
  const shop = await Shop.open(BASKET_VARIANTS + rounds, processes, databaseUrl);
  const scenes: readonly [string, boolean, () => Promise<Scene>][] = [
    [
      `${rounds} rounds of ${buyers} buyers for ${units} units`,
      rounds > 0,
      () => lastUnits(shop, { rounds, buyers, units }),
    ],
    [`${baskets} baskets at once`, baskets > 0, () => manyBaskets(shop, baskets)],
    [
      `${checkouts} checkouts, each ${COPIES} times`,
      checkouts > 0,
      () => repeatedCheckouts(shop, { checkouts, copies: COPIES, cut: CUT, kills }),
    ],
  ];
  let isRight = true;
  try {
    for (const [title, isWanted, run] of scenes) {
      if (!isWanted) continue;
      const start = performance.now();
      const { figures, tally, problems } = await run();
      const found = await shop.doctor();
      const wrong = [...problems, ...tally.problems, ...(found === null ? [] : [found])];
      const seconds = ((performance.now() - start) / 1_000).toFixed(0);
      const shown = Object.entries({
        ...figures,
        busy: tally.busy,
        "still running": tally.running,
        unanswered: tally.unanswered,
        wrong: wrong.length,
      }).map(([figure, value]) => `${figure} ${value}`);
      console.log(
        `${name}, ${processes} processes: ${title}: ${shown.join(", ")}; doctor ${found === null ? "clean" : "not clean"}; at most ${shop.memory} MiB; ${seconds} s`,
      );
      for (const problem of wrong.slice(0, SHOWN_PROBLEMS)) console.log(`  ${problem}`);
      isRight &&= wrong.length === 0;
    }
  } finally {
    await shop.close();
  }
  return isRight;
};

const outcomes: boolean[] = [];
if (values.only !== "mariadb") outcomes.push(await runScenes("SQLite"));
if (values.only !== "sqlite") outcomes.push(await withMariadb((url) => runScenes("MariaDB", url)));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
