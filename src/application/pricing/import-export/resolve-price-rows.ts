import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import type { ImportIssue } from "../../shared/file-format.js";
import { parseId } from "../../shared/ids.js";
import type { rowIssues } from "../../shared/table-import.js";
import type { TableRow } from "../../shared/table-files.js";
import type { PriceListView } from "../ports/price-list-reads.js";
import type { PriceField } from "./price-file.js";

/** A row with the price that it is about. */
export interface PriceRow {
  readonly row: TableRow<PriceField>;
  readonly list: PriceListId;
  readonly item: {
    readonly variantId: VariantId;
    readonly minQuantity: number;
    readonly price: string;
    readonly compareAtPrice: string | null;
  };
}

/** What is known about a file while it is imported. */
export interface PriceFileState {
  readonly catalogReads: Pick<CatalogReads, "variants">;
  readonly lists: ReadonlyMap<string, PriceListView>;
  /** The line of each price that the file has named. */
  readonly lines: Map<string, number>;
  readonly issue: ReturnType<typeof rowIssues<PriceField>>;
}

/** The name of a price among those of a file. */
export const priceName = (list: PriceListId, variant: VariantId, minQuantity: number): string =>
  `${list} ${variant} ${minQuantity}`;

/** Finds the lists and variants of rows. @returns an issue for each row that names none */
export const resolvePriceRows = async (
  rows: readonly TableRow<PriceField>[],
  state: PriceFileState,
): Promise<readonly (PriceRow | readonly ImportIssue[])[]> => {
  const variants = await variantsBySku(rows, state);
  return rows.map((row) => {
    if (row.defects.length > 0) return row.defects;
    const resolved = resolvePriceRow(row, variants, state);
    if (!("item" in resolved)) return [resolved];
    const { list, item } = resolved;
    const name = priceName(list, item.variantId, item.minQuantity);
    const earlier = state.lines.get(name);
    if (earlier === undefined) {
      state.lines.set(name, row.line);
      return resolved;
    }
    return [
      state.issue(row, "sku", {
        code: "REPEATED_PRICE",
        reason: `Line ${earlier} has a price of the same variant, price list and minimum quantity already. That one counts.`,
        advice: "Remove one of the two rows.",
      }),
    ];
  });
};

const variantsBySku = async (
  rows: readonly TableRow<PriceField>[],
  { catalogReads }: PriceFileState,
): Promise<ReadonlyMap<string, VariantId>> => {
  const skus = [...new Set(rows.map(skuOf))].filter((sku) => sku !== "");
  if (skus.length === 0) return new Map();
  const page = { size: skus.length, direction: "forward", after: null, before: null } as const;
  const { items } = await catalogReads.variants({ skus }, page, new Set(["sku"]));
  return new Map(items.flatMap(({ item: { id, sku } }) => (id && sku ? [[sku, id] as const] : [])));
};

const skuOf = ({ cells }: TableRow<PriceField>): string => oneLine(cells.sku ?? "");

const resolvePriceRow = (
  row: TableRow<PriceField>,
  variants: ReadonlyMap<string, VariantId>,
  { lists, issue }: PriceFileState,
): PriceRow | ImportIssue => {
  const { cells } = row;
  const list = lists.get(cells.list ?? "");
  if (!list)
    return issue(row, "list", {
      code: "PRICE_LIST_NOT_FOUND",
      reason: `There is no price list ${cells.list ?? ""}.`,
      advice: "Write the key of a price list, or create the list first.",
    });
  const variantId = variantOf(row, variants, issue);
  if (typeof variantId !== "string") return variantId;
  const currency = (cells.currency ?? "").toUpperCase();
  if (currency !== "" && currency !== list.currency)
    return issue(row, "currency", {
      code: "CURRENCY_MISMATCH",
      reason: `The price is in ${currency}, but the price list ${list.key} is in ${list.currency}. Amounts are never converted.`,
      advice: `Write the price in ${list.currency}, or use a price list in ${currency}.`,
    });
  const [, quantity] = QUANTITY.exec(cells.minimumQuantity || "1") ?? [];
  if (quantity === undefined)
    return issue(row, "minimumQuantity", {
      code: "INVALID_MINIMUM_QUANTITY",
      reason: `"${cells.minimumQuantity}" is not a minimum quantity.`,
      advice:
        "Write a whole number, such as 10, or leave the cell empty for the price of one unit.",
    });
  return {
    row,
    list: list.id,
    item: {
      variantId,
      minQuantity: Number(quantity),
      price: cells.price ?? "",
      compareAtPrice: cells.compareAt || null,
    },
  };
};

const QUANTITY = /^(\d{1,9})(?:[.,]0+)?$/;

const variantOf = (
  row: TableRow<PriceField>,
  variants: ReadonlyMap<string, VariantId>,
  issue: PriceFileState["issue"],
): VariantId | ImportIssue => {
  const [sku, id] = [skuOf(row), row.cells.variantId ?? ""];
  if (sku === "") {
    const variantId = parseId("variant", id);
    return (
      variantId ??
      issue(row, id === "" ? "sku" : "variantId", {
        code: id === "" ? "VARIANT_MISSING" : "VARIANT_NOT_FOUND",
        reason: id === "" ? "The row names no variant." : `There is no variant ${id}.`,
        advice: "Write the SKU of a variant, or its id if it has none.",
      })
    );
  }
  const found = variants.get(sku);
  if (found === undefined)
    return issue(row, "sku", {
      code: "VARIANT_NOT_FOUND",
      reason: `No variant has the SKU "${sku}".`,
      advice: "Correct the SKU. Small and capital letters are different.",
    });
  return id === "" || id === found
    ? found
    : issue(row, "variantId", {
        code: "VARIANT_MISMATCH",
        reason: `The SKU "${sku}" belongs to the variant ${found}, not to this one.`,
        advice: "Remove the SKU or the id.",
      });
};
