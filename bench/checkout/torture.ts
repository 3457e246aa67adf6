// `plinth torture` against several processes on one database, which are killed with their sandbox gateway
// meanwhile, on SQLite and on MariaDB:
//   npm run test:torture -- [--full] [--only sqlite|mariadb] [--buyers n] [--units n] [--checkouts n]
//     [--copies n] [--webhooks n] [--kills n] [--gateway-kills n] [--processes n]
// MariaDB is the server in PLINTH_TEST_MYSQL_URL or a private one. The exit code is 1 when anything is wrong.
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { isSound, tortureText } from "../../torture/torture-text.js";
import { torture } from "../../torture/torture.js";
import { PaidShop } from "./paid-shop.js";
import { withMariadb } from "./with-mariadb.js";

const SMALL = {
  buyers: 60,
  units: 20,
  checkouts: 45,
  copies: 3,
  webhooks: 3,
  kills: 2,
  "gateway-kills": 1,
};
const FULL = {
  buyers: 500,
  units: 50,
  checkouts: 1_000,
  copies: 5,
  webhooks: 5,
  kills: 20,
  "gateway-kills": 5,
};
const CUT = 0.1;
const SETTLE_SECONDS = 300;
const BETWEEN_KILLS_MS = 2_500;

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    only: text,
    buyers: text,
    units: text,
    checkouts: text,
    copies: text,
    webhooks: text,
    kills: text,
    "gateway-kills": text,
    processes: { ...text, default: "2" },
  },
});
const sizes = { ...(values.full ? FULL : SMALL) };
for (const name of Object.keys(sizes) as (keyof typeof sizes)[])
  sizes[name] = Number(values[name] ?? sizes[name]);

const run = async (name: string, databaseUrl?: string): Promise<boolean> => {
  const { kills, "gateway-kills": gatewayKills, ...amounts } = sizes;
  const shop = await PaidShop.open(Number(values.processes), databaseUrl);
  let isOver = false;
  const killing = (async () => {
    let [servers, gateways] = [0, 0];
    while (!isOver && servers + gateways < kills + gatewayKills) {
      await wait(Math.random() * 2 * BETWEEN_KILLS_MS);
      if (gateways * kills < servers * gatewayKills) {
        gateways++;
        await shop.killSandbox();
      } else {
        servers++;
        await shop.killServer(servers);
      }
    }
    return `${servers} kills of servers, ${gateways} of the gateway`;
  })();
  try {
    const report = await torture(
      {
        ...amounts,
        urls: shop.urls,
        adminKey: shop.adminKey,
        market: null,
        paymentMethod: null,
        cut: CUT,
        settleSeconds: SETTLE_SECONDS,
        sandbox: shop.sandbox,
      },
      () => undefined,
    );
    isOver = true;
    const killed = await killing;
    const doctor = {
      check: "every stored row is as it must be (plinth doctor)",
      wrong: await shop.doctor(),
      unchecked: null,
    };
    console.log(`\n${name}, ${shop.urls.length} processes, ${killed}`);
    console.log(tortureText(report, doctor));
    return isSound(report, doctor);
  } finally {
    isOver = true;
    await killing;
    await shop.close();
  }
};

const outcomes: boolean[] = [];
if (values.only !== "mariadb") outcomes.push(await run("SQLite"));
if (values.only !== "sqlite") outcomes.push(await withMariadb((url) => run("MariaDB", url)));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
