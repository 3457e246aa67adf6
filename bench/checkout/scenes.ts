import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { each } from "../../torture/each.js";
import { Tally } from "../../torture/tally.js";
import { Buyer, type Cart, type Line, type Submission } from "./buyer.js";
import type { Shop } from "./shop.js";

const AT_ONCE_BEFORE = 32;
const CHECKOUTS_AT_ONCE = 8;
const LATEST_CUT_MS = 60;

/** How many different variants the baskets are filled from: the first ones of the shop. */
export const BASKET_VARIANTS = 20;

export interface Scene {
  readonly figures: Readonly<Record<string, number>>;
  readonly tally: Tally;
  /** What must not be. */
  readonly problems: readonly string[];
}

const submitAtOnce = async (
  shop: Shop,
  tally: Tally,
  baskets: readonly (readonly Line[])[],
): Promise<Submission[]> => {
  const ready = await each(baskets, AT_ONCE_BEFORE, async (lines) => {
    const buyer = new Buyer(shop.urls, tally);
    return { buyer, cart: await buyer.prepare(lines, shop.deliveryOption) };
  });
  return Promise.all(ready.map(({ buyer, cart }) => buyer.submit(cart)));
};

/** Buyers who were told that it was sold out before as many had begun to buy as there are units. */
const toldWrongly = (submissions: readonly Submission[], units: number): number => {
  const begun = submissions.flatMap(({ order, begun }) => (order === null ? [] : [begun]));
  return submissions.filter(
    ({ codes, answered }) =>
      codes.includes("INSUFFICIENT_STOCK") &&
      begun.filter((time) => time < answered).length < units,
  ).length;
};

/** Many buyers for a few units, round after round, each with another variant. */
export const lastUnits = async (
  shop: Shop,
  { rounds, buyers, units }: { rounds: number; buyers: number; units: number },
): Promise<Scene> => {
  const tally = new Tally();
  const figures = { orders: 0, "sold out": 0, oversold: 0, "wrongly sold out": 0 };
  const problems: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const variant = shop.variants[BASKET_VARIANTS + round] ?? "";
    await shop.count([variant], units);
    const baskets = Array.from({ length: buyers }, () => [{ variantId: variant, quantity: 1 }]);
    const submissions = await submitAtOnce(shop, tally, baskets);
    const ordered = submissions.filter(({ order }) => order !== null).length;
    const soldOut = submissions.filter(({ codes }) => codes.includes("INSUFFICIENT_STOCK")).length;
    const [item] = await shop.stock([variant]);
    const wrongly = toldWrongly(submissions, units);
    const oversold = Math.max(0, ordered - units, (item?.reserved ?? 0) - units);
    figures.orders += ordered;
    figures["sold out"] += soldOut;
    figures.oversold += oversold;
    figures["wrongly sold out"] += wrongly;
    if (oversold > 0 || wrongly > 0 || ordered !== Math.min(buyers, units))
      problems.push(`round ${round}: ${ordered} orders, ${oversold} oversold, ${wrongly} wrongly`);
    if (ordered + soldOut !== buyers)
      problems.push(`round ${round}: ${buyers - ordered - soldOut} got another answer`);
    if (item?.reserved !== ordered || item.onHand !== units)
      problems.push(`round ${round}: ${ordered} orders, stock ${JSON.stringify(item)}`);
  }
  return { figures, tally, problems };
};

/** Baskets of one to five variants in any order, all submitted at once. */
export const manyBaskets = async (shop: Shop, baskets: number): Promise<Scene> => {
  const tally = new Tally();
  const variants = shop.variants.slice(0, BASKET_VARIANTS);
  await shop.count(variants, baskets * 10);
  const lines = Array.from({ length: baskets }, () =>
    shuffled(variants)
      .slice(0, 1 + Math.floor(Math.random() * 5))
      .map((variantId) => ({ variantId, quantity: 1 })),
  );
  const submissions = await submitAtOnce(shop, tally, lines);
  const orders = submissions.filter(({ order }) => order !== null).length;
  const problems = submissions.flatMap(({ order, codes }) =>
    order === null ? [`not ordered: ${codes.join(" ")}`] : [],
  );
  const reserved = (await shop.stock(variants)).reduce((sum, item) => sum + item.reserved, 0);
  const units = lines.reduce((sum, { length }) => sum + length, 0);
  if (reserved !== units) problems.push(`${units} units ordered, ${reserved} reserved`);
  return { figures: { orders, units }, tally, problems };
};

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);

interface RepeatedOptions {
  readonly checkouts: number;
  readonly copies: number;
  /** The share of the connections that buyers cut. */
  readonly cut: number;
  readonly kills: number;
}

/** Each checkout is sent several times at once with one key, while processes are killed. */
export const repeatedCheckouts = async (
  shop: Shop,
  { checkouts, copies, cut, kills }: RepeatedOptions,
): Promise<Scene> => {
  const tally = new Tally();
  const before = await shop.orders();
  await shop.count(shop.variants.slice(0, BASKET_VARIANTS), 1_000_000);
  const problems: string[] = [];
  let [done, cuts] = [0, 0];
  const killing = (async () => {
    const moments = Array.from({ length: kills }, () => Math.random() * checkouts);
    for (const [index, moment] of moments.toSorted((a, b) => a - b).entries()) {
      while (done < Math.floor(moment)) await wait(10);
      await wait(Math.random() * 200);
      await shop.kill(index);
    }
  })();
  const placed = await each(Array(checkouts).fill(null), CHECKOUTS_AT_ONCE, async (_, index) => {
    const buyer = new Buyer(shop.urls, tally);
    const variantId = shop.variants[index % BASKET_VARIANTS] ?? "";
    const cart = await buyer.prepare([{ variantId, quantity: 1 }], shop.deliveryOption);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: copies }, (_, first) => {
        const isCut = Math.random() < cut;
        if (isCut) cuts++;
        const cutAfterMs = isCut ? Math.random() * LATEST_CUT_MS : undefined;
        return buyer.submit(cart, { key, first, cutAfterMs });
      }),
    );
    done++;
    problems.push(...differences(answers));
    return { buyer, cart, key, first: answers[0] as Submission };
  });
  await killing;
  for (const { buyer, cart, key, first } of placed)
    problems.push(...differences([first, await buyer.submit(cart, { key })]));
  await again(placed, problems);
  const orders = new Set(placed.map(({ first }) => first.order)).size;
  const stored = (await shop.orders()) - before;
  if (orders !== checkouts || stored !== checkouts)
    problems.push(`${checkouts} checkouts, ${orders} different orders, ${stored} in the shop`);
  return { figures: { orders: stored, answers: checkouts * copies, cuts, kills }, tally, problems };
};

const differences = (answers: readonly Submission[]): string[] => {
  const [first, ...others] = answers;
  if (first?.order == null) return [`not ordered: ${first?.text}`];
  return others.flatMap(({ text }) =>
    text === first.text ? [] : [`another answer: ${first.text} and ${text}`],
  );
};

/** From another window, with a key of its own. */
const again = async (
  placed: readonly { buyer: Buyer; cart: Cart; first: Submission }[],
  problems: string[],
): Promise<void> => {
  for (const { buyer, cart, first } of placed.slice(0, 50)) {
    const { order, codes } = await buyer.submit(cart);
    if (order !== first.order) problems.push(`second window: ${order} ${codes.join(" ")}`);
  }
};
