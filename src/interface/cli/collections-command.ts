import { Command } from "commander";
import { COLLECTION_FILE } from "../../application/catalog/import-export/collections/collection-file.js";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { exportTable } from "./export-table.js";
import { OWN_FILES } from "./export-command.js";
import { tableImportCommand } from "./table-import-command.js";

/** `plinth collections` */
export const collectionsCommand = (context: CliContext): Command =>
  new Command("collections")
    .description("collections with their tree, rules and products, as a CSV file")
    .addCommand(
      tableImportCommand(context, {
        kind: COLLECTION_FILE,
        description: "create and change the collections of a CSV file",
        help: IMPORT_HELP,
        things: "collections",
        importFile: async ({ catalog }, command) =>
          catalog.importCollections({ ...command, publicUrl: await context.publicUrl() }, OPERATOR),
      }),
    )
    .addCommand(
      new Command("export")
        .description("write all collections, also unpublished ones, as a CSV file")
        .argument("[file]", "the file to write (default: the standard output)")
        .addHelpText("after", EXPORT_HELP)
        .action((path: string | undefined) =>
          context.withApp(async ({ catalog }) => {
            const publicUrl = await context.publicUrl();
            const { kind, rows } = await catalog.exportCollections({ publicUrl }, OPERATOR);
            let hasOwnFiles = false;
            const passing = async function* () {
              for await (const row of rows) {
                hasOwnFiles ||= row.imageUrl?.startsWith("/") === true;
                yield row;
              }
            };
            await exportTable(context, path, kind, passing());
            if (hasOwnFiles) context.err.write(`${OWN_FILES}\n`);
          }),
        ),
    );

const IMPORT_HELP = `
The first row of a collection has its settings, each of its rows a product by its handle. Import the products first. Columns
that the file does not have, collections that it does not name, and products that it does not name stay as they are.
Parents may be in later rows. Importing a file twice changes nothing.

Examples:
  $ plinth collections import collections.csv --dry-run
  $ plinth collections import collections.csv`;

const EXPORT_HELP = `
The file can be imported again, also into another shop. An existing file is replaced when the new one is complete.

Examples:
  $ plinth collections export collections.csv`;
