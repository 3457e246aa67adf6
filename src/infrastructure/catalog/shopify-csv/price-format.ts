import type { ProductFileOptions } from "../../../application/catalog/ports/product-files.js";
import { fractionDigits } from "../../../domain/shared/currencies.js";
import { unusableFile } from "../../shared/csv/import-issue.js";
import { looksLikeDecimalComma } from "../../shared/csv/to-decimal.js";

/** Finds out whether prices may be in cents, or may have a decimal comma. Neither is guessed. */
export class PriceFormat {
  #comma: Example | null = null;
  #whole: Example | null = null;
  #points = 0;
  #small = 0;

  add(value: string, line: number): void {
    if (value === "") return;
    if (looksLikeDecimalComma(value)) this.#comma ??= { value, line };
    else if (/^\d+$/.test(value) && Number(value) !== 0) {
      if (value.length > FEW_DIGITS) this.#whole ??= { value, line };
      else this.#small += 1;
    } else if (/\.\d/.test(value)) this.#points += 1;
  }

  refuseIfAmbiguous(
    path: string,
    column: string | null,
    { currency, decimal, priceUnit }: ProductFileOptions,
  ): void {
    if (this.#comma && this.#points === 0 && decimal === undefined)
      throw unusableFile(path, {
        ...this.#comma,
        code: "DECIMAL_COMMA",
        column,
        reason: "The prices have a comma where a point is expected.",
        advice: "If the comma separates the cents, import again with --decimal comma.",
      });
    if (
      this.#whole &&
      this.#points === 0 &&
      this.#small === 0 &&
      !this.#comma &&
      priceUnit === undefined &&
      fractionDigits(currency) > 0
    )
      throw unusableFile(path, {
        ...this.#whole,
        code: "PRICE_UNIT",
        column,
        reason: `Every price is a whole number of four digits or more, so ${this.#whole.value} may mean ${inMajor(this.#whole.value, fractionDigits(currency))} or ${this.#whole.value}.${"0".repeat(fractionDigits(currency))} ${currency}.`,
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
