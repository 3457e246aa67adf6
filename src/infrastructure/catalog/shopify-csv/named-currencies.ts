import type { ImportIssue } from "../../../application/shared/file-format.js";
import type { Header } from "./header.js";
import type { Row } from "../../shared/csv/records.js";
import { importIssue } from "../../shared/csv/import-issue.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";

/**
 * The currencies of the prices in a file. Nothing is converted, so another one than the shop's is
 * reported.
 */
export class NamedCurrencies {
  readonly #firstLines = new Map<string, number>();
  readonly #index: number;

  constructor(private readonly header: Header) {
    this.#index = header.at.get("currency") ?? -1;
  }

  add(row: Row): void {
    const named = fromSafeCell(row.cells[this.#index] ?? "").toUpperCase();
    if (named !== "" && !this.#firstLines.has(named) && this.#firstLines.size < 10)
      this.#firstLines.set(named, row.line);
  }

  issues(currency: string): readonly ImportIssue[] {
    return [...this.#firstLines]
      .filter(([named]) => named !== currency)
      .map(([value, line]) =>
        importIssue({
          code: "OTHER_CURRENCY",
          line,
          column: this.header.names[this.#index] ?? null,
          value,
          reason: `The file has prices in ${value}, but the shop uses ${currency}. The amounts are imported unchanged; nothing is converted.`,
          advice: `If the shop sells in ${value}, set PLINTH_CURRENCY=${value} before the first import.`,
        }),
      );
  }
}
