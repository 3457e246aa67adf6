import { InvalidDeliveryOption } from "./errors.js";

const WHOLE = /^(\d{1,15})(?:\.0*)?$/;

/** Grams or units, written as a decimal without a fraction. @throws InvalidDeliveryOption */
export const toSmallestUnit = (decimal: string): number => {
  const [, whole] = WHOLE.exec(decimal) ?? [];
  if (whole === undefined)
    throw new InvalidDeliveryOption("Use a whole number of grams or units, at least 0.");
  return Number(whole);
};
