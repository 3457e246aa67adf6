import { Command } from "commander";
import type { BrokenRow, RowRule } from "../../application/shared/row-checks.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { doctorText, type FoundRow, leftOf } from "./doctor-text.js";
import { limitOption } from "./limit-option.js";

const BROKEN = 4;

interface Options {
  readonly rule?: readonly string[];
  readonly repair?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly limit: number;
}

/** `plinth doctor` */
export const doctorCommand = (
  context: Pick<CliContext, "withApp" | "out" | "setExitCode" | "signal">,
): Command =>
  new Command("doctor")
    .description("find stored rows that break what is always true, while the shop runs")
    .option("--rule <names...>", "check only these rules (default: all)")
    .option("--repair", "correct the rows of which other rows tell the right values")
    .option("--dry-run", "with --repair: show what would be corrected, without changing anything")
    .option("--json", "print the report as JSON")
    .addOption(limitOption())
    .addHelpText("after", HELP)
    .action(
      async ({ rule: rules, repair = false, dryRun = false, json, limit }: Options, command) => {
        if (dryRun && !repair) (command as Command).error("error: give --repair with --dry-run");
        const found: FoundRow[] = [];
        const onBroken = (row: BrokenRow, of: RowRule, isRepaired: boolean): void => {
          const { name, table, isRepairable } = of;
          if (found.length < limit)
            found.push({ rule: name, table, ...row, isRepairable, isRepaired });
        };
        const { signal, out } = context;
        const checked = await context.withApp(({ operations }) =>
          (repair && !dryRun ? operations.repairRows : operations.checkRows)(
            { rules, signal, onBroken },
            OPERATOR,
          ),
        );
        const isClean = leftOf(checked) === 0;
        out.write(
          json
            ? `${JSON.stringify({ isClean, rules: checked, rows: found }, null, 2)}\n`
            : doctorText(checked, found, dryRun),
        );
        if (!isClean) context.setExitCode(BROKEN);
      },
    );

const HELP = `
Rows are read page by page, and a row that seems broken is read again, locked, before it is named. A repair writes only what
other rows tell in full, such as the sums of a ledger. Look at what it would do first.

Exit codes: 0 every row is as it must be, or was repaired; 4 some rows are broken.

Examples:
  $ plinth doctor
  $ plinth doctor --repair --dry-run
  $ plinth doctor --rule events listings --json --limit 1000`;
