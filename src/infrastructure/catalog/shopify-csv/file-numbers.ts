import type { ProductFileOptions } from "../../../application/catalog/ports/product-files.js";
import { fractionDigits } from "../../../domain/shared/currencies.js";
import { NumberNotation } from "../../shared/csv/number-notation.js";
import type { Row } from "../../shared/csv/records.js";
import { fromSafeCell } from "../../shared/csv/safe-cell.js";
import type { DecimalStyle } from "../../shared/csv/to-decimal.js";
import type { Field } from "./columns.js";
import type { Header } from "./header.js";
import { PriceFormat } from "./price-format.js";
import { looksLikeThousands } from "./read-quantity.js";

const PRICES = ["price", "compareAt", "cost"] as const;
const MEASURES = ["quantity", "grams", "weight", "measureTotal", "measureBase"] as const;

/** Finds out how the numbers of a file are written, from all its prices, weights and quantities. */
export class FileNumbers {
  readonly #notation = new NumberNotation();
  readonly #prices = new PriceFormat();
  readonly #columns: readonly { readonly field: Field; readonly index: number }[];
  readonly #price: number;
  readonly #hasThreeDecimals: boolean;

  constructor(
    private readonly header: Header,
    private readonly options: ProductFileOptions,
  ) {
    const { at } = header;
    const fields = options.priceUnit === "minor" ? MEASURES : [...PRICES, ...MEASURES];
    this.#columns = fields.flatMap((field) => {
      const index = at.get(field);
      return index === undefined ? [] : [{ field, index }];
    });
    this.#price = at.get("price") ?? -1;
    // In dinars 1.290 is an ordinary price.
    this.#hasThreeDecimals = fractionDigits(options.currency) === THREE;
  }

  add({ line, cells }: Row): void {
    this.#prices.add(fromSafeCell(cells[this.#price] ?? ""), line);
    for (const { field, index } of this.#columns) {
      const cell = cells[index] ?? "";
      if (!cell.includes(".") && !cell.includes(",")) continue;
      const value = fromSafeCell(cell);
      if (field === "quantity" && looksLikeThousands(value)) continue;
      const tells = this.#hasThreeDecimals && (PRICES as readonly Field[]).includes(field);
      this.#notation.add(value, line, this.header.names[index] ?? null, tells);
    }
  }

  /** @throws UnusableFile when the numbers have several meanings */
  style(path: string): DecimalStyle {
    const decimals = this.#notation.style(path, this.options.decimal);
    this.#prices.refuseIfAmbiguous(path, this.header.names[this.#price] ?? null, this.options);
    return decimals;
  }
}

const THREE = 3;
