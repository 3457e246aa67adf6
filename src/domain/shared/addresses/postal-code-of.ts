import { plainPostalCode } from "../postal-codes.js";
import { addressFormat } from "./address-format.js";

/**
 * Whether a postal code has the pattern of its country, whatever its case and however it is divided by spaces
 * and hyphens: `sw1a 1aa`, `00 950` and `00-950` are fine. Where a country has no pattern, each is.
 * @param country ISO 3166-1 alpha-2, in capital letters
 */
export const isPostalCodeOf = (country: string, code: string): boolean => {
  const { postalCodePattern: pattern } = addressFormat(country);
  return pattern === null || whole(undivided(pattern)).test(plainPostalCode(code));
};

/** A pattern of codes without the spaces and hyphens between their characters. Those in brackets are ranges. */
const undivided = (pattern: string): string =>
  pattern.replaceAll(/\[\\s-\]\??|(\[[^\]]*\])|\\s\??|-\??/gu, "$1");

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");
