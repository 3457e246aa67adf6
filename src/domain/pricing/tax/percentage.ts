/** A rate in parts of a million as a percentage with at most four decimals: 99,750 is "9.975". */
export const percentage = (rate: number): string => {
  const partsPerMillion = Math.round(rate);
  const whole = Math.floor(partsPerMillion / 10_000);
  const decimals = String(partsPerMillion % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return decimals === "" ? String(whole) : `${whole}.${decimals}`;
};
