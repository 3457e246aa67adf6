/** What is delivered of a line. */
export interface LineToDeliver {
  /** Whole units, at least 1. */
  readonly quantity: number;
  /** Of one unit, in minor units. */
  readonly price: number;
  /** Of one unit; null when unknown, which counts as 0. */
  readonly weightMilligrams: number | null;
  /** False for what is not sent, such as a download. */
  readonly requiresShipping: boolean;
}

/** What prices of deliveries depend on. */
export interface Parcel {
  /** Of all lines, in minor units. */
  readonly subtotal: number;
  /** Of the lines that are sent, in grams, rounded up once. */
  readonly weight: number;
  /** The units that are sent. */
  readonly quantity: number;
}

/** The lines together. Their order does not matter. Null when a sum is too large to be exact. */
export const parcelOf = (lines: readonly LineToDeliver[]): Parcel | null => {
  let [subtotal, milligrams, quantity] = [0n, 0n, 0n];
  for (const line of lines) {
    const units = BigInt(line.quantity);
    subtotal += units * BigInt(line.price);
    if (!line.requiresShipping) continue;
    milligrams += units * BigInt(line.weightMilligrams ?? 0);
    quantity += units;
  }
  const grams = (milligrams + 999n) / 1000n;
  const isExact = [subtotal, grams, quantity].every((sum) => sum <= Number.MAX_SAFE_INTEGER);
  return isExact
    ? { subtotal: Number(subtotal), weight: Number(grams), quantity: Number(quantity) }
    : null;
};
