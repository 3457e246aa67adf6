import type { ProductFileOptions } from "../../../application/catalog/ports/product-files.js";
import { fractionDigits } from "../../../domain/shared/currencies.js";
import { unusableFile } from "../../shared/csv/import-issue.js";
import { looksLikeDecimalComma } from "../../shared/csv/to-decimal.js";

/** Finds out whether prices may be in cents, which is not guessed. */
export class PriceFormat {
  #whole: Example | null = null;
  #others = 0;

  add(value: string, line: number): void {
    if (value === "") return;
    if (/^\d+$/.test(value) && Number(value) !== 0) {
      if (value.length > FEW_DIGITS) this.#whole ??= { value, line };
      else this.#others += 1;
    } else if (/\.\d/.test(value) || looksLikeDecimalComma(value)) this.#others += 1;
  }

  refuseIfAmbiguous(
    path: string,
    column: string | null,
    { currency, priceUnit }: ProductFileOptions,
  ): void {
    const digits = fractionDigits(currency);
    if (!this.#whole || this.#others > 0 || priceUnit !== undefined || digits === 0) return;
    const { value } = this.#whole;
    throw unusableFile(path, {
      ...this.#whole,
      code: "PRICE_UNIT",
      column,
      reason: `Every price is a whole number of four digits or more, so ${value} may mean ${inMajor(value, digits)} or ${value}.${"0".repeat(digits)} ${currency}.`,
      advice:
        "Import again with --price-unit minor if the prices are in cents, or with --price-unit major if they are not.",
    });
  }
}

interface Example {
  readonly line: number;
  readonly value: string;
}

const FEW_DIGITS = 3;

const inMajor = (value: string, digits: number): string =>
  `${value.slice(0, -digits)}.${value.slice(-digits)}`;
