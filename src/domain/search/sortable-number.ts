const SIGN = 1n << 63n;
const ALL = (1n << 64n) - 1n;

/** A number as 16 ASCII characters that sort as numbers do: the bits of IEEE 754, of which negative ones are turned round. */
export const sortableNumber = (number: number): string => {
  const [bits = 0n] = new BigUint64Array(Float64Array.of(number === 0 ? 0 : number).buffer);
  const ordered = (bits & SIGN) === 0n ? bits | SIGN : bits ^ ALL;
  return ordered.toString(16).padStart(16, "0");
};
