import type { Remark } from "../../../application/catalog/files/product-sheet.js";
import type { Header } from "./header.js";
import type { Row } from "./records.js";
import { remark } from "./remark.js";
import { restored } from "./safe-cell.js";

/** Which currencies a file names for its prices: nothing is converted, so another one than the shop's deserves a word. */
export class NamedCurrencies {
  readonly #seen = new Map<string, number>();
  readonly #index: number;

  constructor(private readonly header: Header) {
    this.#index = header.at.get("currency") ?? -1;
  }

  async *watch(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      const named = restored(row.cells[this.#index] ?? "").toUpperCase();
      if (named !== "" && !this.#seen.has(named) && this.#seen.size < 10)
        this.#seen.set(named, row.line);
      yield row;
    }
  }

  remarks(currency: string): readonly Remark[] {
    return [...this.#seen]
      .filter(([named]) => named !== currency)
      .map(([value, line]) =>
        remark({
          code: "OTHER_CURRENCY",
          line,
          column: this.header.names[this.#index] ?? null,
          value,
          reason: `The file names ${value} as the currency of prices, but the shop counts in ${currency}. The figures are taken as they stand; nothing is converted.`,
          advice: `When the shop sells in ${value}, set PLINTH_CURRENCY=${value} before the first import.`,
        }),
      );
  }
}
