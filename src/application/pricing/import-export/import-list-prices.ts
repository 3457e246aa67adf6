import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { CatalogReads } from "../../catalog/ports/catalog-reads.js";
import { MAX_BULK_ITEMS } from "../../shared/bulk.js";
import type { ImportIssue } from "../../shared/file-format.js";
import { allPages } from "../../shared/page.js";
import {
  importStrictly,
  NO_ROWS,
  refusalText,
  rowIssues,
  type RowsResult,
  type TableImport,
  type TableReport,
} from "../../shared/table-import.js";
import type { TableRow } from "../../shared/table-files.js";
import { useCase } from "../../shared/use-case.js";
import type { Viewer } from "../../shared/viewer.js";
import { isNothingChanged } from "../../shared/warning.js";
import { priceListPricesRemove } from "../list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../list-prices/price-list-prices-set.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PriceListReads } from "../ports/price-list-reads.js";
import type { PriceField } from "./price-file.js";
import {
  priceName,
  resolvePriceRows,
  type PriceFileState,
  type PriceRow,
} from "./resolve-price-rows.js";

type Needs = Parameters<typeof priceListPricesSet>[0] & {
  readonly catalogReads: CatalogReads;
  readonly priceListReads: PriceListReads;
};

/**
 * Sets the prices of a file in price lists, in portions, each completely or not at all. Prices that
 * are the same already stay untouched, so that an import can be repeated.
 */
export const importListPrices = useCase(
  mayWritePricing,
  (needs: Needs) =>
    (command: TableImport<PriceField>, viewer): Promise<TableReport> =>
      importStrictly(command, (dryRun, onRows) =>
        importOnce(needs, command, { viewer, dryRun, onRows }),
      ),
);

interface Run {
  readonly viewer: Viewer;
  readonly dryRun: boolean;
  readonly onRows: (result: RowsResult) => void;
}

const importOnce = async (
  needs: Needs,
  { file, replace, signal }: TableImport<PriceField>,
  run: Run,
): Promise<{ readonly interrupted: boolean }> => {
  const all = await needs.priceListReads.all();
  const state: PriceFileState = {
    catalogReads: needs.catalogReads,
    lists: new Map(all.map((list) => [list.key, list])),
    lines: new Map(),
    issue: rowIssues(file.columns),
  };
  const named = new Set<PriceListId>();
  for await (const rows of portions(file.batches())) {
    if (signal?.aborted) return { interrupted: true };
    run.onRows(await importPortion(needs, rows, state, run, named));
  }
  if (replace)
    for (const list of named)
      for await (const removed of removeOthers(needs, list, state, run)) {
        if (signal?.aborted) return { interrupted: true };
        run.onRows({ ...NOTHING, removed });
      }
  return { interrupted: false };
};

const NOTHING: RowsResult = { ...NO_ROWS, defects: [], warnings: [] };

async function* portions<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row[]> {
  let portion: Row[] = [];
  for await (const rows of batches)
    for (const row of rows) {
      portion.push(row);
      if (portion.length < MAX_BULK_ITEMS) continue;
      yield portion;
      portion = [];
    }
  if (portion.length > 0) yield portion;
}

/** @param named receives the lists that the rows name */
const importPortion = async (
  needs: Needs,
  rows: readonly TableRow<PriceField>[],
  state: PriceFileState,
  run: Run,
  named: Set<PriceListId>,
): Promise<RowsResult> => {
  const resolved = await resolvePriceRows(rows, state);
  const prices = resolved.flatMap((one) => ("item" in one ? [one] : []));
  const results: RowsResult[] = [];
  for (const list of new Set(prices.map((one) => one.list))) {
    named.add(list);
    const own = prices.filter((one) => one.list === list);
    results.push(await setPrices(needs, list, own, state, run));
  }
  const refused = resolved.filter((one): one is readonly ImportIssue[] => !("item" in one));
  const sum = (count: "changed" | "unchanged" | "refused"): number =>
    results.reduce((total, result) => total + result[count], 0);
  return {
    ...NOTHING,
    rows: rows.length,
    changed: sum("changed"),
    unchanged: sum("unchanged"),
    refused: refused.length + sum("refused"),
    defects: [...refused.flat(), ...results.flatMap(({ defects }) => defects)].toSorted(
      (a, b) => a.line - b.line,
    ),
    warnings: results.flatMap(({ warnings }) => warnings),
  };
};

const FIELDS: Readonly<Record<string, PriceField>> = {
  price: "price",
  compareAtPrice: "compareAt",
  minQuantity: "minimumQuantity",
  priceListId: "list",
};

const setPrices = async (
  needs: Needs,
  priceListId: PriceListId,
  prices: readonly PriceRow[],
  { issue }: PriceFileState,
  { viewer, dryRun }: Run,
): Promise<RowsResult> => {
  const { result, refusals } = await priceListPricesSet(needs)(
    { priceListId, items: prices.map(({ item }) => item), onError: "SKIP" },
    viewer,
    { key: null, dryRun, problems: [] },
  );
  const counts = { changed: 0, unchanged: 0, refused: 0 };
  const [defects, warnings]: [ImportIssue[], ImportIssue[]] = [[], []];
  for (const [index, { row }] of prices.entries()) {
    const outcome = result?.items[index];
    if (!outcome?.result) {
      counts.refused += 1;
      // A portion is refused as a whole when its list is deleted during the import.
      for (const refusal of outcome?.refusals ?? refusals)
        defects.push(issue(row, FIELDS[refusal.path[0] ?? ""] ?? "sku", refusalText(refusal)));
      continue;
    }
    const { warnings: found } = outcome.result;
    counts[found.some(isNothingChanged) ? "unchanged" : "changed"] += 1;
    for (const { code, message } of found.filter((one) => !isNothingChanged(one)))
      warnings.push(
        issue(row, "compareAt", {
          code,
          reason: message,
          advice: "Check the two prices.",
        }),
      );
  }
  return { ...NOTHING, ...counts, defects, warnings };
};

const PRICES_AT_ONCE = MAX_BULK_ITEMS;

/** Removes the prices of a list that the file does not name. @returns how many, in portions */
async function* removeOthers(
  needs: Needs,
  list: PriceListId,
  { lines }: PriceFileState,
  { viewer, dryRun }: Run,
): AsyncGenerator<number> {
  const pages = allPages(PRICES_AT_ONCE, (page) => needs.priceListReads.prices(list, page));
  for await (const items of pages) {
    const others = items.filter(
      (item) => !lines.has(priceName(list, item.variantId, item.minimumQuantity)),
    );
    if (others.length > 0) {
      await priceListPricesRemove(needs)(
        {
          priceListId: list,
          items: others.map((one) => ({
            variantId: one.variantId,
            minQuantity: one.minimumQuantity,
          })),
          onError: "SKIP",
        },
        viewer,
        { key: null, dryRun, problems: [] },
      );
      yield others.length;
    }
  }
}
