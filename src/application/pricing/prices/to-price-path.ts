/**
 * The path in a command of a path in a price: commands call the field `compareAt` of a price
 * `compareAtPrice`.
 */
export const toPricePath = (path: readonly string[]): readonly string[] =>
  path.map((step) => (step === "compareAt" ? "compareAtPrice" : step));
