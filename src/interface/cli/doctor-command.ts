import { Command } from "commander";
import type { BrokenRow, RowRule } from "../../application/shared/row-checks.js";
import type { Finding } from "../../application/payments/compare/comparison.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { doctorText, type FoundRow, leftOf } from "./doctor-text.js";
import { gatewaysText, isAgreed } from "./gateways-text.js";
import { limitOption } from "./limit-option.js";

const BROKEN = 4;

interface Options {
  readonly rule?: readonly string[];
  readonly repair?: boolean;
  readonly dryRun?: boolean;
  readonly gateways?: boolean;
  readonly json?: boolean;
  readonly limit: number;
}

/** `plinth doctor` */
export const doctorCommand = (
  context: Pick<CliContext, "withApp" | "withGateways" | "out" | "setExitCode" | "signal">,
): Command =>
  new Command("doctor")
    .description("find stored rows that break what is always true, while the shop runs")
    .option("--rule <names...>", "check only these rules (default: all)")
    .option("--repair", "correct the rows of which other rows tell the right values")
    .option("--dry-run", "with --repair: show what would be corrected, without changing anything")
    .option("--gateways", "also compare the payments with what their gateways know of them")
    .option("--json", "print the report as JSON")
    .addOption(limitOption())
    .addHelpText("after", HELP)
    .action(
      async (
        { rule: rules, repair = false, dryRun = false, gateways = false, json, limit }: Options,
        command,
      ) => {
        if (dryRun && !repair) (command as Command).error("error: give --repair with --dry-run");
        const found: FoundRow[] = [];
        const onBroken = (row: BrokenRow, of: RowRule, isRepaired: boolean): void => {
          const { name, table, isRepairable } = of;
          if (found.length < limit)
            found.push({ rule: name, table, ...row, isRepairable, isRepaired });
        };
        const { signal, out } = context;
        const findings: Finding[] = [];
        const onFound = (finding: Finding): void => {
          if (findings.length < limit) findings.push(finding);
        };
        const { checked, compared } = await context[gateways ? "withGateways" : "withApp"](
          async ({ operations, payments }) => ({
            checked: await (repair && !dryRun ? operations.repairRows : operations.checkRows)(
              { rules, signal, onBroken },
              OPERATOR,
            ),
            compared: gateways
              ? await payments.comparePayments({ signal, onFound }, OPERATOR)
              : null,
          }),
        );
        const isClean = leftOf(checked) === 0 && isAgreed(compared ?? []);
        const report = { isClean, rules: checked, rows: found };
        out.write(
          json
            ? `${JSON.stringify({ ...report, ...(compared && { gateways: compared, findings }) }, null, 2)}\n`
            : doctorText(checked, found, dryRun) +
                (compared ? gatewaysText(compared, findings) : ""),
        );
        if (!isClean) context.setExitCode(BROKEN);
      },
    );

const HELP = `
Rows are read page by page, and a row that seems broken is read again, locked, before it is named. A repair writes only what
other rows tell in full, such as the sums of a ledger. Look at what it would do first.

With --gateways each payment is looked up at its gateway, and the payments that a gateway lists are looked up here. Nothing
is changed there or here. What differs is read again after a second. A gateway that does not answer is named as unchecked.

Exit codes: 0 every row is as it must be, or was repaired; 4 some rows are broken, payments differ from their gateways, or a
gateway could not be asked.

Examples:
  $ plinth doctor
  $ plinth doctor --gateways
  $ plinth doctor --repair --dry-run
  $ plinth doctor --rule events listings --json --limit 1000`;
