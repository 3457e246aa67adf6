// The performance budgets of a shop with 100,000 variants, on SQLite and on MySQL or MariaDB, for
// eight clients at once:
// - product list and product page compared with a handler that is written by hand for these two
//   queries, with mysql2, on the same tables. Both answer with the same JSON and alternate within
//   one run; the ratio of their throughput counts;
// - searches with all facets: how long they take, and how long they block the event loop.
//   npm run bench:budgets [products]
import { isDeepStrictEqual } from "node:util";
import { ask, load, type Question } from "./load.js";
import { PRODUCT_LIST, PRODUCT_PAGE, SEARCH } from "./questions.js";
import { handWritten, plinth, type Server } from "./servers.js";
import { withShops } from "./shops.js";

const CLIENTS = 8;
const ROUNDS = 6;
const ROUND_MS = 2_000;
/**
 * A server runs for weeks. In its first seconds it still compiles its code, and reads the catalogue
 * into its search.
 */
const WARM_UP_MS = 12_000;
const LEAST_RATIO = 0.4;
/** The longest time of 95 % of searches, by the number of matches, in milliseconds. */
const SEARCHES = [
  {
    queries: ["striped linen", "quiet oak", "heavy glass", "bright silk"],
    mostMatches: 500,
    p95: 60,
  },
  { queries: ["made to last", "wiped clean", "cloth"], mostMatches: 20_000, p95: 300 },
] as const;
/** The longest time that a server may block its event loop. */
const LONGEST_STALL_MS = 20;

const list: Question = { operationName: "ProductList", query: PRODUCT_LIST };
const page = (slug: string): Question => ({
  operationName: "ProductPage",
  query: PRODUCT_PAGE,
  variables: { slug },
});
const search = (query: string): Question => ({
  operationName: "Search",
  query: SEARCH,
  variables: { query },
});

const dataOf = async <Data>({ port }: Server, question: Question): Promise<Data> => {
  const { data, errors } = JSON.parse(await ask(port, question)) as {
    readonly data: Data;
    readonly errors?: unknown;
  };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** Searches are refused until the catalogue has been read, which takes some seconds. */
const catalogueRead = async (server: Server): Promise<void> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return void (await dataOf(server, search("cloth")));
    } catch (error) {
      if (attempt === 10) throw error;
    }
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const report = (line: string, isWithin: boolean): void => {
  console.log(`${line}${isWithin ? "" : "   OVER THE BUDGET"}`);
  if (!isWithin) process.exitCode = 1;
};

type Servers = Readonly<Record<"SQLite" | "MariaDB" | "by hand", Server>>;

const compare = async (
  name: string,
  servers: Servers,
  questions: readonly Question[],
): Promise<void> => {
  const [first = list] = questions;
  const [ours, byHandAnswer] = [
    await dataOf(servers.MariaDB, first),
    await dataOf(servers["by hand"], first),
  ];
  if (!isDeepStrictEqual(ours, byHandAnswer))
    throw new Error(
      `The answers differ:\n${JSON.stringify(ours).slice(0, 2_000)}\n${JSON.stringify(byHandAnswer).slice(0, 2_000)}`,
    );
  for (const { port } of Object.values(servers))
    await load({ port, questions, clients: CLIENTS, milliseconds: WARM_UP_MS });
  const rates = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [who, { port }] of Object.entries(servers)) {
      const { perSecond } = await load({
        port,
        questions,
        clients: CLIENTS,
        milliseconds: ROUND_MS,
      });
      rates.set(who, [...(rates.get(who) ?? []), perSecond]);
    }
  const byHand = rates.get("by hand") ?? [];
  console.log(
    `${name}, ${(JSON.stringify(ours).length / 1_000).toFixed(1)} kB: ${median(byHand).toFixed(0)} a second by hand`,
  );
  for (const who of ["SQLite", "MariaDB"]) {
    const own = rates.get(who) ?? [];
    const ratio = median(own.map((rate, round) => rate / (byHand[round] ?? Number.NaN)));
    report(
      `  on ${who}: ${median(own).toFixed(0)} a second, ${ratio.toFixed(2)} of that`,
      ratio >= LEAST_RATIO,
    );
  }
};

const searches = async (servers: Servers): Promise<void> => {
  for (const { queries, mostMatches, p95: most } of SEARCHES) {
    const questions = queries.map(search);
    const totals = await Promise.all(
      questions.map((question) =>
        dataOf<{ search: { totalCount: number } }>(servers.SQLite, question),
      ),
    );
    const found = totals.map(({ search: { totalCount } }) => totalCount);
    if (found.some((total) => total === 0 || total > mostMatches))
      throw new Error(
        `${queries.join(", ")} find ${found.join(", ")} products, not 1 to ${mostMatches}.`,
      );
    for (const who of ["SQLite", "MariaDB"] as const) {
      const server = servers[who];
      await load({ port: server.port, questions, clients: CLIENTS, milliseconds: WARM_UP_MS });
      await server.health();
      const { p50, p95, perSecond } = await load({
        port: server.port,
        questions,
        clients: CLIENTS,
        milliseconds: 2 * ROUND_MS,
      });
      const { stall, work, rss } = await server.health();
      report(
        `search on ${who}, ${Math.max(...found)} matches at most: ${perSecond.toFixed(0)} a second, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest at work ${work.toFixed(1)} ms, longest stall by the clock ${stall.toFixed(1)} ms, ${rss.toFixed(0)} MB`,
        p95 <= most && (who !== "SQLite" || work <= LONGEST_STALL_MS),
      );
    }
  }
};

const products = Number(process.argv[2] ?? 20_000);
await withShops(products, async ({ embedded, mysql, databaseUrl }) => {
  const servers: Servers = {
    SQLite: await plinth(embedded),
    MariaDB: await plinth(mysql),
    "by hand": await handWritten(databaseUrl),
  };
  try {
    for (const server of [servers.SQLite, servers.MariaDB]) await catalogueRead(server);
    await compare("product list", servers, [list]);
    await compare(
      "product page",
      servers,
      Array.from({ length: 500 }, (_, n) => page(`product-${Math.floor((n * products) / 500)}`)),
    );
    await searches(servers);
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
});
