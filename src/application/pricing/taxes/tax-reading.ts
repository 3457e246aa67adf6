import { useCase } from "../../shared/use-case.js";
import { mayReadTaxes } from "../ports/permissions.js";
import type { TaxReads } from "../ports/tax-reads.js";

/** A reading of tax settings. Staff only. */
export const taxReading = <Command, Result>(
  read: (command: Command, reads: TaxReads) => Promise<Result>,
) =>
  useCase(
    mayReadTaxes,
    ({ taxReads }: { readonly taxReads: TaxReads }) =>
      (command: Command) =>
        read(command, taxReads),
  );
