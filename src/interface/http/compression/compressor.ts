import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { LimitCounters } from "../../../application/shared/limit-counters.js";
import { OTHER_LIMITS } from "../../../application/shared/other-limits.js";
import type { Encoding } from "./encoding-for.js";

/** Each takes one of the four threads that also read files, look up names and check passwords. */
const AT_ONCE = 2;
const MOST_WAITING_BYTES = OTHER_LIMITS.waitingCompressionMib.fallback * 2 ** 20;

/** An answer, and whether anybody still waits for it. */
interface Compressible {
  readonly text: string;
  readonly isAwaited: () => boolean;
}

/** Compresses answers beside the event loop, few at a time. */
export class Compressor {
  #running = 0;
  #waitingBytes = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly counters: LimitCounters,
    private readonly mostWaitingBytes = MOST_WAITING_BYTES,
  ) {}

  /** @returns null where too many answers wait already: this one is better sent as it is */
  async compress({ text, isAwaited }: Compressible, encoding: Encoding): Promise<Buffer | null> {
    if (this.#running >= AT_ONCE) {
      if (this.#waitingBytes + text.length > this.mostWaitingBytes) {
        this.counters.reached("waitingCompressionMib");
        return null;
      }
      this.#waitingBytes += text.length;
      await new Promise<void>((begin) => this.#waiting.push(begin));
      this.#waitingBytes -= text.length;
    } else this.#running += 1;
    try {
      return isAwaited() ? await COMPRESS[encoding](text) : null;
    } finally {
      // Who comes next takes the place of this one.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

const [gzipped, brotli] = [promisify(gzip), promisify(brotliCompress)];

/** Of 20 products, 20 kB, Brotli at 3 makes 2.0 kB in 0.25 ms, gzip at 4 makes 2.3 kB in 0.5 ms. */
const COMPRESS: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  gzip: (text) => gzipped(text, { level: 4, chunkSize: CHUNK }),
  br: (text) =>
    brotli(text, {
      chunkSize: CHUNK,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 3,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: 19,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
};

/** The event loop hears of each full chunk. */
const CHUNK = 64 * 1_024;
