import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEntry, ProductFile } from "../ports/product-files.js";
import { importBatch, type ImportContext, type ImportNeeds } from "./import-batch.js";
import { addToReport, NOTHING_IMPORTED, type ImportReport } from "./import-report.js";
import type { ProductReport } from "./product-report.js";

interface ImportProducts {
  readonly file: Pick<ProductFile, "entries">;
  /** Reports the result without saving anything. */
  readonly dryRun?: boolean | undefined;
  /** Imports nothing when the file has a defect. */
  readonly strict?: boolean | undefined;
  /** After an abort the current batch is finished and no other one is started. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Called for each product after it is saved or refused. */
  readonly onProduct?: ((report: ProductReport) => void) | undefined;
}

/**
 * Imports the products of a file, each as a whole or not at all. Products that are not in the file
 * stay.
 */
export const importProducts = useCase(
  mayWriteCatalog,
  (needs: ImportNeeds) =>
    async (command: ImportProducts, viewer): Promise<ImportReport> => {
      const context = { ...needs, viewer };
      if (command.strict) {
        const trial = await run(
          context,
          { ...command, dryRun: true, onProduct: undefined },
          (report) => report.outcome === "refused",
        );
        if (trial.stopped) {
          command.onProduct?.(trial.stopped);
          return { ...addToReport(NOTHING_IMPORTED, trial.stopped), refusedWhole: true };
        }
        if (command.dryRun || trial.report.interrupted) return trial.report;
      }
      return (await run(context, command, () => false)).report;
    },
);

interface Run {
  readonly report: ImportReport;
  readonly stopped: ProductReport | null;
}

async function run(
  context: ImportContext,
  { file, dryRun = false, signal, onProduct }: ImportProducts,
  stopsAt: (report: ProductReport) => boolean,
): Promise<Run> {
  let total = NOTHING_IMPORTED;
  for await (const entries of batches(file.entries())) {
    if (signal?.aborted) return { report: { ...total, interrupted: true }, stopped: null };
    for (const report of await importBatch(context, entries, dryRun)) {
      total = addToReport(total, report);
      if (stopsAt(report)) return { report: total, stopped: report };
      onProduct?.(report);
    }
  }
  return { report: total, stopped: null };
}

const PRODUCTS_PER_BATCH = 400;
const ROWS_PER_BATCH = 1_000;

/**
 * Limited by products and by rows, so that neither many small products nor a few large ones block
 * the store for long.
 */
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
