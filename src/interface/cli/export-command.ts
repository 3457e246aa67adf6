import { Command } from "commander";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { pour } from "./pour.js";

/** `plinth export [FILE]` */
export const exportCommand = (context: CliContext): Command =>
  new Command("export")
    .description("write all products, including drafts, as a Shopify CSV file")
    .argument("[file]", "the file to write (default: the standard output)")
    .addHelpText("after", HELP)
    .action((path: string | undefined) =>
      context.withApp(async ({ catalog }) => {
        const { shape, records: sheets } = await catalog.exportProducts({}, OPERATOR);
        const written = counted(sheets);
        const text = (await context.productFiles()).text(shape, written.items);
        if (path === undefined) return pour(text, context);
        await context.saveFile(path, text);
        context.err.write(`${countText(written.count(), "product")} written to ${path}.\n`);
      }),
    );

const HELP = `
The file has the current headers of Shopify, UTF-8 and CRLF, and can be imported again. Texts that a spreadsheet would run
as a formula begin with an apostrophe, which an import removes. An existing file is replaced when the new one is complete.

Examples:
  $ plinth export products.csv
  $ plinth export | gzip > products.csv.gz`;

const counted = <Item>(
  items: AsyncIterable<Item>,
): { readonly items: AsyncIterable<Item>; readonly count: () => number } => {
  let count = 0;
  const passing = async function* () {
    for await (const item of items) {
      count++;
      yield item;
    }
  };
  return { items: passing(), count: () => count };
};
