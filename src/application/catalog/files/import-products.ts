import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { importBatch, type Importing, type ImportNeeds } from "./import-batch.js";
import { NOTHING_IMPORTED, plus, type ImportReport, type ProductReport } from "./import-report.js";
import type { ProductEntry, ProductFile } from "../ports.js";

export interface ImportProducts {
  readonly file: Pick<ProductFile, "entries">;
  /** Finds everything that would happen, and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Takes nothing of the file when anything in it is defective. */
  readonly strict?: boolean | undefined;
  /** Once raised, what is running is finished and no more begun. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Hears of each product as soon as it is stored, or refused. */
  readonly onProduct?: ((report: ProductReport) => void) | undefined;
}

/** Brings the products of a file into the catalogue, each whole or not at all; what is there already stays as it is. */
export const importProducts = useCase(
  mayWriteCatalog,
  (resources: ImportNeeds) =>
    async (command: ImportProducts, viewer): Promise<ImportReport> => {
      const needs = { ...resources, viewer };
      if (command.strict) {
        const trial = await run(
          needs,
          { ...command, dryRun: true, onProduct: undefined },
          (report) => report.fate === "refused",
        );
        if (trial.stopped) {
          command.onProduct?.(trial.stopped);
          return { ...plus(NOTHING_IMPORTED, trial.stopped), refusedWhole: true };
        }
        if (command.dryRun || trial.report.interrupted) return trial.report;
      }
      return (await run(needs, command, () => false)).report;
    },
);

interface Run {
  readonly report: ImportReport;
  readonly stopped: ProductReport | null;
}

async function run(
  needs: Importing,
  { file, dryRun = false, signal, onProduct }: ImportProducts,
  stopsAt: (report: ProductReport) => boolean,
): Promise<Run> {
  let total = NOTHING_IMPORTED;
  for await (const entries of batches(file.entries())) {
    if (signal?.aborted) return { report: { ...total, interrupted: true }, stopped: null };
    for (const report of await importBatch(needs, entries, dryRun)) {
      total = plus(total, report);
      if (stopsAt(report)) return { report: total, stopped: report };
      onProduct?.(report);
    }
  }
  return { report: total, stopped: null };
}

const PRODUCTS_PER_BATCH = 400;
const ROWS_PER_BATCH = 1_000;

/** Neither many small products nor a few huge ones hold the store for long. */
async function* batches(
  entries: AsyncIterable<ProductEntry>,
): AsyncGenerator<readonly ProductEntry[]> {
  let [batch, rows]: [ProductEntry[], number] = [[], 0];
  for await (const entry of entries) {
    batch.push(entry);
    rows += entry.rows;
    if (batch.length < PRODUCTS_PER_BATCH && rows < ROWS_PER_BATCH) continue;
    yield batch;
    [batch, rows] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
