import { ADDRESSES, type Attack, type Target } from "../attack.js";
import { closedLoop } from "../closed-loop.js";
import { clientFrom, send } from "../send.js";

const CONNECTIONS = 50;
const SIZES = [32, 64, 96, 128, 192, 256, 320, 384, 480, 640, 750, 828, 960, 1080, 1200, 1440];
const FORMATS = ["avif", "webp", "jpeg", "png"];

/** One guest draws as many different pictures as it can while another needs one now and then. */
export const pictures: Attack = {
  name: "pictures",
  sends: `${CONNECTIONS} connections of one guest: different addresses of pictures`,
  shop: "pictures",
  run: async (target, tally) => {
    let n = 0;
    const next = () => {
      const count = n++;
      const [w, h] = [pick(SIZES, count), pick(SIZES, Math.floor(count / SIZES.length))];
      const format = pick(FORMATS, Math.floor(count / SIZES.length ** 2));
      const focus = `${(count * 5) % 105}x${(count * 35) % 105}`;
      return {
        path: `${pick(target.pictures, count * 7)}?w=${w}&h=${h}&fit=cover&format=${format}&focus=${focus}`,
      };
    };
    const stop = new AbortController();
    const other = another(target, tally, stop.signal);
    await closedLoop(
      target,
      { client: clientFrom(ADDRESSES.attacker, CONNECTIONS), connections: CONNECTIONS },
      next,
      tally,
    );
    stop.abort();
    await other;
  },
};

const pick = <Item>(items: readonly Item[], index: number): Item =>
  items[index % items.length] as Item;

/** Another guest that needs a new picture every second. */
const another = async (
  { port, pictures }: Target,
  tally: { add(outcome: string, times?: number): void },
  over: AbortSignal,
) => {
  const client = clientFrom(ADDRESSES.other, 4);
  let slowest = 0;
  const asked: Promise<void>[] = [];
  for (let n = 0; !over.aborted; n++) {
    asked.push(
      send({
        port,
        client,
        timeoutMs: 60_000,
        path: `${pick(pictures, pictures.length - 1 - n)}?w=480&format=webp`,
      }).then(({ outcome, milliseconds }) => {
        tally.add(`other: ${outcome}`);
        slowest = Math.max(slowest, milliseconds);
      }),
    );
    await new Promise((resume) => setTimeout(resume, 1_000));
  }
  await Promise.all(asked);
  tally.add("other: slowest ms", Math.round(slowest));
  client.close();
};
