import { ADDRESSES, type Attack, type Target } from "../attack.js";
import { clientFrom, send } from "../send.js";
import type { Tally } from "../tally.js";

const BUYERS = 400;
const CONNECTIONS = 200;
const TIMES = 5;
const STEP_MS = 20;
const QUERY = `{ products(first: 20) { nodes { id slug title available priceRange { min { formatted } }
  variants(first: 5) { nodes { id sku available price { formatted } optionValues { name value } } } } } }`;

/** Five times as many requests as the server can answer, of buyers that each send a few. */
export const crowd: Attack = {
  name: "crowd",
  sends: `${TIMES} times as many product lists as can be answered, of ${BUYERS} buyers behind a proxy`,
  throughProxy: true,
  run: async (target, tally) => {
    const peak = await peakOf(target);
    const good = await flood(target, peak * TIMES, tally);
    tally.add("peak per second", Math.round(peak));
    tally.add("good per second", Math.round(good));
  },
};

let sentSoFar = 0;

const buyer = () => {
  const n = sentSoFar++ % BUYERS;
  return { "x-forwarded-for": `10.1.${n >> 8}.${n & 255}` };
};

/** @returns answers per second to buyers that wait for theirs */
const peakOf = async ({ port, milliseconds }: Target): Promise<number> => {
  const client = clientFrom(ADDRESSES.attacker, 16);
  const [start, end] = [performance.now(), performance.now() + milliseconds / 2];
  let answers = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const { outcome } = await send({ port, client, headers: buyer(), query: { query: QUERY } });
      if (outcome === "200") answers++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, one));
  client.close();
  return (answers * 1_000) / (performance.now() - start);
};

/** Sends at a fixed rate, whatever is answered. @returns good answers per second */
const flood = async (
  { port, milliseconds }: Target,
  perSecond: number,
  tally: Tally,
): Promise<number> => {
  const client = clientFrom(ADDRESSES.attacker, CONNECTIONS);
  const start = performance.now();
  let [answers, due, waiting] = [0, 0, 0];
  let isOver = false;
  const ask = async (): Promise<void> => {
    waiting++;
    const { outcome } = await send({ port, client, headers: buyer(), query: { query: QUERY } });
    waiting--;
    if (isOver) return;
    tally.add(outcome);
    if (outcome === "200") answers++;
  };
  while (performance.now() - start < milliseconds) {
    for (due += (perSecond * STEP_MS) / 1_000; due >= 1; due--)
      // Who has waited in vain for long does not press the button for a second time.
      if (waiting < perSecond * 2) void ask();
    await new Promise((resume) => setTimeout(resume, STEP_MS));
  }
  isOver = true;
  const seconds = (performance.now() - start) / 1_000;
  client.close();
  return answers / seconds;
};
