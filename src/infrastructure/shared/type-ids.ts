import { randomFillSync } from "node:crypto";
import type { Clock } from "../../application/shared/clock.js";
import type { Ids } from "../../application/shared/ids.js";
import type { Id } from "../../domain/shared/id.js";

/** Crockford's base32: no letters that look like digits or like each other. */
export const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const COUNTER_BITS = 29;
const RANDOM_BYTES = 4096;

/**
 * TypeIDs (https://github.com/jetify-com/typeid/tree/main/spec): a prefix and a UUIDv7 (RFC 9562)
 * in Crockford's base32. Ids of one process ascend: the 12 + 17 bits after the time are a counter
 * within a millisecond (RFC 9562, 6.2, method 1).
 */
export class TypeIds implements Ids {
  #time = 0;
  /** The time in ten digits, the same for all ids of a millisecond. */
  #timeDigits = "";
  #counter = 0;
  #used = RANDOM_BYTES;
  readonly #random = Buffer.alloc(RANDOM_BYTES);

  constructor(private readonly clock: Clock) {}

  next<Kind extends string>(kind: Kind): Id<Kind> {
    this.#tick();
    const counter = this.#counter;
    // Whole digits of 5 bits: the time after two zero bits, then version, counter, variant and
    // counter, then 45 random bits.
    const head =
      this.#timeDigits +
      digits((0b0111 << 16) | ((counter >>> 17) << 4) | (0b10 << 2) | ((counter >>> 15) & 0b11), 4);
    return `${kind}_${head}${digits(counter & 0x7fff, 3)}${digits(this.#bits(25), 5)}${digits(this.#bits(20), 4)}` as Id<Kind>;
  }

  secret<Kind extends string>(kind: Kind): Id<Kind> {
    const random = Array.from({ length: 5 }, () => digits(this.#bits(25), 5)).join("");
    return `${kind}_${digits(this.#bits(3), 1)}${random}` as Id<Kind>;
  }

  #tick(): void {
    const now = this.clock.now().getTime();
    if (now > this.#time) this.#startAt(now);
    else if (++this.#counter >= 2 ** COUNTER_BITS) this.#startAt(this.#time + 1);
  }

  #startAt(time: number): void {
    this.#time = time;
    this.#timeDigits = digits(time, 10);
    this.#counter = this.#bits(COUNTER_BITS - 1);
  }

  #bits(count: number): number {
    if (this.#used + 4 > RANDOM_BYTES) {
      randomFillSync(this.#random);
      this.#used = 0;
    }
    this.#used += 4;
    return this.#random.readUInt32LE(this.#used - 4) >>> (32 - count);
  }
}

const digits = (value: number, count: number): string => {
  let text = "";
  for (let rest = value; text.length < count; rest = Math.floor(rest / 32))
    text = DIGITS.charAt(rest % 32) + text;
  return text;
};
