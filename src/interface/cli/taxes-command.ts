import { Command } from "commander";
import { TAX_FILE } from "../../application/pricing/pricing.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { exportTable } from "./export-table.js";
import { tableImportCommand } from "./table-import-command.js";

/** `plinth taxes` */
export const taxesCommand = (context: CliContext): Command =>
  new Command("taxes")
    .description("tax rates with their zones and categories, as a CSV file")
    .addCommand(
      tableImportCommand(context, {
        kind: TAX_FILE,
        description: "set the tax rates of a CSV file",
        replaces: "remove the rates of the zones in the file that it does not name",
        help: IMPORT_HELP,
        things: "rates",
        importFile: ({ pricing }, command) => pricing.importTaxRates(command, OPERATOR),
      }),
    )
    .addCommand(
      new Command("export")
        .description("write the tax rates with their zones and categories as a CSV file")
        .argument("[file]", "the file to write (default: the standard output)")
        .addHelpText("after", EXPORT_HELP)
        .action((path: string | undefined) =>
          context.withApp(async ({ pricing }) =>
            exportTable(context, path, TAX_FILE, await pricing.exportTaxRates({}, OPERATOR)),
          ),
        ),
    );

const IMPORT_HELP = `
Columns: Zone and Category (keys), Tax (its name), Percentage, Compound, Valid from, Valid until. A zone that is missing is
created when the row has its Areas, such as "DE", "CA-QC" or "ES: 35000..35999, 38*; PT-20"; a category when it has a
Category name. All rows are imported together. Importing a file twice changes nothing.

Examples:
  $ plinth taxes import eu.csv --dry-run
  $ plinth taxes import eu.csv --replace`;

const EXPORT_HELP = `
The file can be imported again, also into a shop without taxes. An existing file is replaced when the new one is complete.

Examples:
  $ plinth taxes export taxes.csv`;
