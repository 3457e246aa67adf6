import { useCase } from "../shared/use-case.js";
import { UnknownRule } from "./errors.js";
import type { OperationsNeeds } from "./operations-needs.js";
import { mayReadOperations, mayWriteOperations } from "./ports/permissions.js";
import type { BrokenRow, RowKey, RowRule } from "../shared/row-checks.js";

interface CheckRows {
  /** The names of rules; all when left out. */
  readonly rules?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is called for each broken row, so that none is kept. */
  readonly onBroken: (row: BrokenRow, rule: RowRule, isRepaired: boolean) => void;
}

/** How many rows of a rule were read, were broken, and were repaired. */
export interface CheckedRule extends RowRule {
  readonly rows: number;
  readonly broken: number;
  readonly repaired: number;
}

type CheckNeeds = Pick<OperationsNeeds, "unitOfWork" | "rowCheckReads" | "clock">;

/** Finds the rows that break a rule, while the shop runs. @throws UnknownRule */
export const checkRows = useCase(
  mayReadOperations,
  (needs: CheckNeeds) => (command: CheckRows) => checkAll(needs, command, false),
);

/** As `checkRows`, and corrects the rows of which others tell the right values. */
export const repairRows = useCase(
  mayWriteOperations,
  (needs: CheckNeeds) => (command: CheckRows) => checkAll(needs, command, true),
);

const checkAll = async (
  needs: CheckNeeds,
  { rules: names, signal, onBroken }: CheckRows,
  repairs: boolean,
): Promise<readonly CheckedRule[]> => {
  const { rules } = needs.rowCheckReads;
  const unknown = names?.find((name) => !rules.some((rule) => rule.name === name));
  if (unknown !== undefined)
    throw new UnknownRule(
      unknown,
      rules.map(({ name }) => name),
    );
  const results: CheckedRule[] = [];
  for (const rule of rules.filter(({ name }) => names?.includes(name) ?? true)) {
    let [rows, broken, repaired] = [0, 0, 0];
    let after: RowKey | null = null;
    do {
      signal?.throwIfAborted();
      const page = await needs.rowCheckReads.page(rule.name, after, needs.clock.now());
      const isRepairing = repairs && rule.isRepairable;
      for (const { row, isRepaired } of await examined(needs, rule, page.suspects, isRepairing)) {
        broken += 1;
        if (isRepaired) repaired += 1;
        onBroken(row, rule, isRepaired);
      }
      rows += page.rows;
      after = page.next;
    } while (after);
    results.push({ ...rule, rows, broken, repaired });
  }
  return results;
};

/** Reads suspicious rows again in a unit of work, because the shop may have changed them. */
const examined = async (
  { unitOfWork }: CheckNeeds,
  { name }: RowRule,
  suspects: readonly RowKey[],
  repairs: boolean,
): Promise<readonly { readonly row: BrokenRow; readonly isRepaired: boolean }[]> => {
  if (suspects.length === 0) return [];
  return unitOfWork.run(async ({ rowChecks }) => {
    const broken = await rowChecks.broken(name, suspects);
    if (!repairs || broken.length === 0) return broken.map((row) => ({ row, isRepaired: false }));
    const keys = broken.map(({ key }) => key);
    await rowChecks.repair(name, keys);
    const left = new Set((await rowChecks.broken(name, keys)).map(({ key }) => textOf(key)));
    return broken.map((row) => ({ row, isRepaired: !left.has(textOf(row.key)) }));
  });
};

const textOf = (key: RowKey): string => JSON.stringify(key);
