import { randomUUID } from "node:crypto";
import type { Submission } from "./buyer.js";
import { each } from "./each.js";
import type { TorturedShop } from "./shop.js";
import { STORIES, type Story } from "./stories.js";

const AT_ONCE_BEFORE = 32;
const CHECKOUTS_AT_ONCE = 8;
const LATEST_CUT_MS = 80;

/** What became of a scene. */
export interface Scene {
  /** The ids of its orders. */
  readonly orders: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
  /** What must not be. */
  readonly problems: readonly string[];
}

/** Many buyers for the last units of one variant, all at once, and all with money. */
export const lastUnits = async (
  shop: TorturedShop,
  variantId: string,
  paymentMethod: string,
): Promise<Scene> => {
  const { buyers, units } = shop.options;
  await shop.count([variantId], units);
  const ready = await each(Array(buyers).fill(null), AT_ONCE_BEFORE, async () => {
    const buyer = shop.buyer();
    return { buyer, cart: await buyer.prepare([{ variantId, quantity: 1 }]) };
  });
  const wallet = { paymentMethod, token: STORIES.pays.token };
  const submissions = await Promise.all(
    ready.flatMap(({ buyer, cart }) => (cart ? [buyer.submit(cart, wallet)] : [])),
  );
  const orders = submissions.flatMap(({ orderId }) => orderId ?? []);
  const soldOut = submissions.filter(({ codes }) => codes.includes("INSUFFICIENT_STOCK")).length;
  const wrongly = toldWrongly(submissions, units);
  const oversold = Math.max(0, orders.length - units);
  const problems = [
    ...(oversold > 0 ? [`${oversold} units were sold that are not there`] : []),
    ...(wrongly > 0 ? [`${wrongly} buyers were told too early that it is sold out`] : []),
    ...(orders.length < Math.min(buyers, units)
      ? [`${orders.length} of ${Math.min(buyers, units)} units were sold`]
      : []),
    ...(orders.length + soldOut === buyers
      ? []
      : [`${buyers - orders.length - soldOut} buyers got another answer`]),
  ];
  return {
    orders,
    figures: { buyers, units, orders: orders.length, "sold out": soldOut },
    problems,
  };
};

/** Buyers who were told that it was sold out before as many had begun to buy as there are units. */
const toldWrongly = (submissions: readonly Submission[], units: number): number => {
  const begun = submissions.flatMap(({ orderId, begun }) => (orderId === null ? [] : [begun]));
  return submissions.filter(
    ({ codes, answered }) =>
      codes.includes("INSUFFICIENT_STOCK") &&
      begun.filter((time) => time < answered).length < units,
  ).length;
};

/** Checkouts whose payments go wrong in every way, each sent several times while connections are cut. */
export const faultyPayments = async (
  shop: TorturedShop,
  variants: readonly string[],
  paymentMethod: string,
): Promise<Scene> => {
  const { checkouts, copies, cut } = shop.options;
  await shop.count(variants, checkouts);
  const problems: string[] = [];
  const told: Record<string, number> = {};
  let cuts = 0;
  const names = Object.keys(STORIES) as (keyof typeof STORIES)[];
  const placed = await each(Array(checkouts).fill(null), CHECKOUTS_AT_ONCE, async (_, index) => {
    const name = names[index % names.length] ?? "pays";
    const story: Story = STORIES[name];
    const buyer = shop.buyer();
    const cart = await buyer.prepare([
      { variantId: variants[index % variants.length] ?? "", quantity: 1 },
    ]);
    if (!cart) return null;
    told[name] = (told[name] ?? 0) + 1;
    const key = randomUUID();
    const wallet = { paymentMethod, token: story.token };
    const answers = await Promise.all(
      Array.from({ length: copies }, (__, first) => {
        const isCut = Math.random() < cut;
        if (isCut) cuts++;
        const cutAfterMs = isCut ? Math.random() * LATEST_CUT_MS : undefined;
        return buyer.submit(cart, wallet, { key, first, cutAfterMs });
      }),
    );
    problems.push(...differences(answers));
    const [first] = answers;
    if (first?.link == null || first.orderId === null) return null;
    await story.goesOn?.(buyer, first.link, paymentMethod);
    // From another window, and with the key of before.
    problems.push(...differences([first, await buyer.submit(cart, wallet, { key })]));
    const again = await buyer.submit(cart, wallet);
    if (again.orderId !== first.orderId) problems.push(`a second window got ${again.text}`);
    return first.orderId;
  });
  const orders = placed.filter((id) => id !== null);
  if (new Set(orders).size !== checkouts)
    problems.push(`${checkouts} checkouts made ${new Set(orders).size} orders`);
  return { orders, figures: { checkouts, copies: checkouts * copies, cuts, ...told }, problems };
};

const differences = (answers: readonly Submission[]): string[] => {
  const [first, ...others] = answers;
  if (first?.orderId == null) return [`not ordered: ${first?.text}`];
  return others.flatMap(({ text }) =>
    text === first.text ? [] : [`another answer: ${first.text} and ${text}`],
  );
};
