import { portionsOf } from "../../shared/portions.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductFile } from "../ports/product-files.js";
import { importBatch, type ImportContext, type ImportNeeds } from "./import-batch.js";
import { addToReport, NOTHING_IMPORTED, refusedWhole, type ImportReport } from "./import-report.js";
import { ImportState } from "./import-state.js";
import type { ProductReport } from "./product-report.js";

interface ImportProducts {
  readonly file: Pick<ProductFile, "entries" | "has" | "hasSku" | "declared" | "issuesOfNew">;
  /** The address of this shop: images with it are files of its own storage. */
  readonly publicUrl?: string | null | undefined;
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
      if (!command.strict) return run(context, command);
      // Reported only when it is clear that nothing follows: everything is reported once.
      const trial = await run(context, { ...command, dryRun: true, onProduct: undefined });
      if (trial.interrupted) return trial;
      const isRefused = trial.products.refused > 0;
      const report = await run(context, { ...command, dryRun: command.dryRun || isRefused });
      return isRefused ? refusedWhole(report) : report;
    },
);

async function run(
  context: ImportContext,
  { file, publicUrl = null, dryRun = false, signal, onProduct }: ImportProducts,
): Promise<ImportReport> {
  const state = new ImportState(file);
  let total = NOTHING_IMPORTED;
  for await (const entries of portionsOf(file.entries(), MOST_IN_A_BATCH)) {
    if (signal?.aborted) return { ...total, interrupted: true };
    for (const report of await importBatch({ ...context, publicUrl, state }, entries, dryRun)) {
      total = addToReport(total, report);
      onProduct?.(report);
    }
  }
  return total;
}

const MOST_IN_A_BATCH = { entries: 400, rows: 1_000 };
