import { Command } from "commander";
import { PRICE_FILE } from "../../application/pricing/pricing.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { exportTable } from "./export-table.js";
import { tableImportCommand } from "./table-import-command.js";

/** `plinth prices` */
export const pricesCommand = (context: CliContext): Command =>
  new Command("prices")
    .description("the prices in price lists, as a CSV file")
    .addCommand(
      tableImportCommand(context, {
        kind: PRICE_FILE,
        description: "set the prices of a CSV file in price lists",
        replaces: "remove the prices of the lists in the file that it does not name",
        help: IMPORT_HELP,
        things: "prices",
        importFile: ({ pricing }, command) => pricing.importListPrices(command, OPERATOR),
      }),
    )
    .addCommand(
      new Command("export")
        .description("write the prices of price lists as a CSV file")
        .argument("[file]", "the file to write (default: the standard output)")
        .option("--list <keys...>", "only these price lists (default: all)")
        .addHelpText("after", EXPORT_HELP)
        .action((path: string | undefined, { list }: { readonly list?: readonly string[] }) =>
          context.withApp(async ({ pricing }) =>
            exportTable(
              context,
              path,
              PRICE_FILE,
              await pricing.exportListPrices({ lists: list }, OPERATOR),
            ),
          ),
        ),
    );

const IMPORT_HELP = `
Columns: Price list (its key), SKU or Variant id, Minimum quantity (1 when blank), Currency (that of the list when blank),
Price, Compare-at price. The price lists and variants must exist. Prices that the file does not name stay, unless --replace
is given. Importing a file twice changes nothing.

Examples:
  $ plinth prices import summer.csv --dry-run
  $ plinth prices import summer.csv --replace`;

const EXPORT_HELP = `
The file can be imported again. An existing file is replaced when the new one is complete.

Examples:
  $ plinth prices export prices.csv
  $ plinth prices export summer.csv --list summer`;
