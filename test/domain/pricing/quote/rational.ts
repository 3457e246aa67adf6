/** An exact fraction that is not negative. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const rational = (n: bigint, d: bigint): Rational => {
  let [a, b] = [n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
};

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.n * b.d + b.n * a.d, a.d * b.d);

export const sum = (all: readonly Rational[]): Rational =>
  all.reduce((total, one) => plus(total, one), rational(0n, 1n));

/** The whole number next to a fraction; between two, the mode decides. */
export const roundTo = ({ n, d }: Rational, mode: "HALF_UP" | "HALF_EVEN" | "DOWN"): bigint => {
  const [lower, upper] = [n / d, n / d + 1n];
  if (mode === "DOWN") return lower;
  const [toLower, toUpper] = [n - lower * d, upper * d - n];
  if (toLower !== toUpper) return toLower < toUpper ? lower : upper;
  return mode === "HALF_UP" || upper % 2n === 0n ? upper : lower;
};
