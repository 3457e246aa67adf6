import { InvalidTaxRate } from "./errors.js";

const PERCENTAGE = /^(\d{1,9})(?:\.(\d{1,4})0*)?$/;

/** The parts of a million of a percentage: "9.975" is 99,750. @throws InvalidTaxRate */
export const parsePercentage = (raw: string, path: readonly string[]): number => {
  const [match, whole = "", decimals = ""] = PERCENTAGE.exec(raw.trim()) ?? [];
  if (match === undefined) throw new InvalidTaxRate(Number(raw) * 10_000, path);
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, "0"));
};
