import { unusableFile } from "./import-issue.js";
import { OPEN_COMMA, OPEN_POINT, type DecimalStyle } from "./to-decimal.js";

/**
 * Finds the decimal separator of a file, in all its numbers. It is never guessed: `1.200` may be
 * 1200 or 1.2, so another number must tell, or the caller.
 */
export class NumberNotation {
  #comma: Example | null = null;
  #point: Example | null = null;
  #open: Example | null = null;

  /** @param tells whether three digits after a separator can only be decimals in this column */
  add(value: string, line: number, column: string | null, tells = false): void {
    if (this.#comma && this.#point && this.#open) return;
    if (!value.includes(".") && !value.includes(",")) return;
    const example = { value, line, column };
    if (COMMA.test(value) || (tells && OPEN_COMMA.test(value))) this.#comma ??= example;
    else if (POINT.test(value) || (tells && OPEN_POINT.test(value))) this.#point ??= example;
    else if (OPEN_COMMA.test(value) || OPEN_POINT.test(value)) this.#open ??= example;
  }

  /** @throws UnusableFile when no number and no option tells the separator */
  style(path: string, forced: "comma" | "point" | undefined): DecimalStyle {
    if (forced !== undefined) return { decimal: forced, isSettled: true };
    if (this.#comma && !this.#point)
      throw unusableFile(path, {
        ...this.#comma,
        code: "DECIMAL_COMMA",
        reason: "The numbers have a comma where a point is expected.",
        advice: "If the comma separates the decimals, import again with --decimal comma.",
      });
    if (this.#open && !this.#point) {
      const { value } = this.#open;
      throw unusableFile(path, {
        ...this.#open,
        code: "DECIMAL_UNKNOWN",
        reason: `"${value}" may mean ${value.replace(/[.,]/, "")} or ${value.replace(",", ".")}, and no other number of the file tells which.`,
        advice:
          "Import again with --decimal point or --decimal comma, whichever separates the decimals.",
      });
    }
    return { decimal: "point", isSettled: this.#comma === null };
  }
}

interface Example {
  readonly line: number;
  readonly value: string;
  readonly column: string | null;
}

/** Numbers in which this separator can only be that of the decimals. */
const certain = (decimal: string, group: string): RegExp =>
  new RegExp(
    `^-?(?:\\d{1,3}(?:${group}\\d{3})+${decimal}\\d+|\\d{1,3}(?:${group}\\d{3}){2,}|\\d*${decimal}(?:\\d{1,2}|\\d{4,})|(?:0+|\\d{4,})?${decimal}\\d{3})$`,
  );
const COMMA = certain(",", "\\.");
const POINT = certain("\\.", ",");
