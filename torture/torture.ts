import { isForwardedTrusted } from "./is-forwarded-trusted.js";
import {
  isSettled,
  judgeLedger,
  judgeOrders,
  judgeStock,
  soldAndWaiting,
  type Finding,
} from "./judge.js";
import { SandboxLedger } from "./sandbox-ledger.js";
import { faultyPayments, lastUnits, type Scene } from "./scenes.js";
import { TorturedShop } from "./shop.js";
import type { Tally } from "./tally.js";
import type { TortureOptions } from "./torture-options.js";

const FAULTY_VARIANTS = 5;
const WEBHOOK_SPREAD_MS = 3_000;

export interface TortureReport {
  readonly scenes: readonly { readonly title: string; readonly scene: Scene }[];
  /** How many orders are in each state. */
  readonly states: Readonly<Record<string, number>>;
  readonly tally: Tally;
  readonly findings: readonly Finding[];
  /** What the reader should know about the target. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/**
 * Buys from a shop in every way that goes wrong, and then compares orders, money and units. The shop
 * needs a market for tests: its payment method must be one of the sandbox.
 */
export const torture = async (
  options: TortureOptions,
  say: (line: string) => void,
): Promise<TortureReport> => {
  const start = performance.now();
  const ledger = options.sandbox && new SandboxLedger(options.sandbox);
  const shop = await TorturedShop.open(options, FAULTY_VARIANTS + 1);
  const before = await ledger?.webhooks();
  try {
    const [hot = "", ...others] = shop.variants;
    await shop.count(shop.variants, 1);
    const method = await shop.paymentMethod();
    const isTrusted = await isForwardedTrusted(options.urls[0] ?? "");
    await ledger?.setWebhooks({ copies: options.webhooks, spreadMs: WEBHOOK_SPREAD_MS });
    const scenes: { readonly title: string; readonly scene: Scene }[] = [];
    const play = async (title: string, scene: Promise<Scene>): Promise<void> => {
      say(`${title} …`);
      scenes.push({ title, scene: await scene });
    };
    await play("last units", lastUnits(shop, hot, method));
    await play("payments that go wrong", faultyPayments(shop, others, method));
    say("waiting until payments are settled …");
    const ids = scenes.flatMap(({ scene }) => scene.orders);
    await shop.settled(ids, isSettled);
    if (ledger)
      for (const { payments } of await shop.orders(ids.slice(0, MOST_REPEATED)))
        for (const { reference, gateway } of payments)
          if (reference !== null && gateway === "sandbox") await ledger.repeatWebhooks(reference);
    const orders = await shop.settled(ids, isSettled);
    const stock = await shop.stock(shop.variants);
    const states: Record<string, number> = {};
    for (const { state } of orders) states[state] = (states[state] ?? 0) + 1;
    return {
      scenes,
      states,
      tally: shop.tally,
      findings: [
        {
          check: "every answer is the same again, and no unit is sold twice",
          wrong: scenes.flatMap(({ scene }) => scene.problems),
          unchecked: null,
        },
        {
          check: "every request gets an answer, or a refusal with a time to come again",
          wrong: shop.tally.problems,
          unchecked: null,
        },
        ...judgeOrders(orders, ids.length),
        judgeStock(stock, soldAndWaiting(orders)),
        judgeLedger(orders, ledger && (await ledger.payments())),
      ],
      notes: isTrusted
        ? []
        : [
            "The target does not believe X-Forwarded-For from here, so all buyers share the limits of one client. Add the address of this machine to PLINTH_TRUST_PROXY of a test server.",
          ],
      seconds: (performance.now() - start) / 1_000,
    };
  } finally {
    if (before) await ledger?.setWebhooks(before);
    await shop.close();
  }
};

const MOST_REPEATED = 50;
