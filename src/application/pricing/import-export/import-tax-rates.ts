import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import { TaxRateSetting } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxRate } from "../../../domain/pricing/tax/tax-rate.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import {
  importStrictly,
  refusalText,
  rowIssues,
  type RowsResult,
  type TableImport,
  type TableReport,
} from "../../shared/table-import.js";
import type { TableFile } from "../../shared/table-files.js";
import { UnusableFile } from "../../shared/unusable-file.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "../taxes/lock-taxes.js";
import { MAX_TAX_RATES } from "../taxes/tax-rate-create.js";
import { importTaxCategory, importTaxZone } from "./import-tax-zones.js";
import { readTaxRate } from "./read-tax-rate.js";
import { MAX_TAX_ROWS, type TaxField } from "./tax-file.js";
import { rateName, RowRefused, TaxFileState, type TaxRow } from "./tax-file-state.js";

interface TaxRowsSet {
  readonly rows: readonly TaxRow[];
  readonly columns: TableFile<TaxField>["columns"];
  readonly replace: boolean;
}

/** Sets the rates of all rows in one unit of work, and makes the zones and categories they need. */
const taxRowsSet = change(
  mayWriteTaxes,
  async (
    { rows, columns, replace }: TaxRowsSet,
    { stores, now }: Work<TaxWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<RowsResult> => {
    await lockTaxes(stores);
    const state = new TaxFileState(
      stores,
      ids,
      now,
      [...(await stores.taxZones.all())],
      [...(await stores.taxCategories.all())],
      await stores.taxRates.all(),
      columns,
    );
    const rates = await readRates(state, rows);
    const removed = replace ? await removeOthers(state, rows, [...rates.values()]) : 0;
    const inOrder = [...rates].toSorted(([, a], [, b]) => startOf(a) - startOf(b));
    for (const [row, rate] of inOrder)
      await state.attempt(row, async () => {
        if (await setRate(state, rate)) state.changed.add(row.line);
      });
    const refused = rows.filter(({ line }) => state.refused.has(line)).length;
    const changed = rows.filter(
      ({ line }) => state.changed.has(line) && !state.refused.has(line),
    ).length;
    return {
      rows: rows.length,
      changed,
      unchanged: rows.length - changed - refused,
      removed,
      refused,
      defects: state.defects.toSorted((a, b) => a.line - b.line),
      warnings: [],
    };
  },
);

/**
 * Imports a file of tax rates, all rows together. A rate is known by its zone, category, tax and
 * start: with the same it is changed, otherwise it is created.
 */
export const importTaxRates = useCase(
  mayWriteTaxes,
  (needs: Parameters<typeof taxRowsSet>[0]) =>
    async (command: TableImport<TaxField>, viewer): Promise<TableReport> => {
      const { file, replace = false, signal } = command;
      const rows = await rowsOf(file);
      return importStrictly(command, async (dryRun, onRows) => {
        if (signal?.aborted) return { interrupted: true };
        const { result, refusals } = await taxRowsSet(needs)(
          { rows, columns: file.columns, replace },
          viewer,
          { key: null, dryRun, problems: [] },
        );
        const issue = rowIssues<TaxField>(file.columns);
        onRows(
          result ?? {
            rows: rows.length,
            changed: 0,
            unchanged: 0,
            removed: 0,
            refused: rows.length,
            defects: rows
              .slice(0, 1)
              .flatMap((row) =>
                refusals.map((refusal) => issue(row, "zone", refusalText(refusal))),
              ),
            warnings: [],
          },
        );
        return { interrupted: false };
      });
    },
);

/** @throws UnusableFile when there are too many */
const rowsOf = async (file: TableImport<TaxField>["file"]): Promise<readonly TaxRow[]> => {
  const rows: TaxRow[] = [];
  for await (const some of file.batches()) {
    rows.push(...some);
    if (rows.length > MAX_TAX_ROWS)
      throw new UnusableFile("The file", [
        {
          line: rows[MAX_TAX_ROWS]?.line ?? 1,
          column: null,
          code: "TOO_MANY_ROWS",
          value: null,
          reason: `The file has more than ${MAX_TAX_ROWS} rows, more than a shop can have rates.`,
          advice: "Check that it is the right file.",
        },
      ]);
  }
  return rows;
};

const readRates = async (
  state: TaxFileState,
  rows: readonly TaxRow[],
): Promise<ReadonlyMap<TaxRow, TaxRate>> => {
  const rates = new Map<TaxRow, TaxRate>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    if (row.defects.length > 0) {
      state.refused.add(row.line);
      state.defects.push(...row.defects);
      continue;
    }
    await state.attempt(row, async () => {
      const rate = readTaxRate(row);
      const { zone, category } = row.cells;
      if (!zone && !category)
        throw new RowRefused(
          "zone",
          "EMPTY_ROW",
          "The row names neither a zone nor a category.",
          "Remove the row, or write a key.",
        );
      const { zoneName, areas, chargeTaxation, categoryName, isDefault } = row.cells;
      const madeZone =
        zone &&
        (await state.once(["zone", zone, zoneName, areas, chargeTaxation], () =>
          importTaxZone(state, row),
        ));
      const madeCategory =
        category &&
        (await state.once(["category", category, categoryName, isDefault], () =>
          importTaxCategory(state, row),
        ));
      if (madeZone || madeCategory) state.changed.add(row.line);
      if (!rate) return;
      const earlier = lines.get(rateName(rate));
      if (earlier !== undefined)
        throw new RowRefused(
          "tax",
          "REPEATED_RATE",
          `Line ${earlier} has a rate of the same zone, category, tax and start already. That one counts.`,
          "Remove one of the two rows.",
        );
      lines.set(rateName(rate), row.line);
      rates.set(row, rate);
    });
  }
  return rates;
};

const startOf = ({ from }: TaxRate): number => from?.getTime() ?? -8.64e15;

/** Removes the rates of the zones in the file that it does not name. @returns how many */
const removeOthers = async (
  state: TaxFileState,
  rows: readonly TaxRow[],
  rates: readonly TaxRate[],
): Promise<number> => {
  const [zones, names] = [
    new Set(rows.map(({ cells }) => cells.zone)),
    new Set(rates.map((rate) => rateName(rate))),
  ];
  const others = [...state.rates].filter(([name, { zone }]) => zones.has(zone) && !names.has(name));
  for (const [name, other] of others) {
    const rate = TaxRateSetting.restore(other);
    rate.delete();
    await state.stores.taxRates.remove(rate);
    state.rates.delete(name);
  }
  return others.length;
};

/** @returns whether anything changed */
const setRate = async (state: TaxFileState, content: TaxRate): Promise<boolean> => {
  const stored = state.rates.get(rateName(content));
  const others = [...state.rates.values()].filter(
    (rate) => rate !== stored && rate.zone === content.zone && rate.category === content.category,
  );
  const rate = stored
    ? TaxRateSetting.restore(stored)
    : TaxRateSetting.create(state.ids.next("taxrate"), content, others, state.now);
  if (stored && !rate.revise(content, others, state.now)) return false;
  if (!stored && state.rates.size >= MAX_TAX_RATES)
    throw new TooManyOfAKind("tax rates", state.rates.size + 1, MAX_TAX_RATES);
  await state.stores.taxRates.save(rate);
  state.rates.set(rateName(content), rate.snapshot());
  return true;
};
