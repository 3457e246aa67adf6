import { Command } from "commander";
import { once } from "node:events";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliNeeds } from "./cli-needs.js";
import { number } from "./import-text.js";

/** `plinth export [FILE]` */
export const exportCommand = (needs: CliNeeds): Command =>
  new Command("export")
    .description("write all products, drafts too, as a Shopify CSV file")
    .argument("[file]", "where to; without it, to the standard output")
    .addHelpText("after", HELP)
    .action((path: string | undefined) =>
      needs.withApp(async ({ catalog }) => {
        const { shape, sheets } = await catalog.exportProducts({}, OPERATOR);
        const written = counted(sheets);
        const text = (await needs.productFiles()).text(shape, written.items);
        if (path === undefined) return pour(text, needs);
        await needs.saveFile(path, text);
        needs.err.write(`${number(written.count(), "product")} written to ${path}.\n`);
      }),
    );

const HELP = `
The file has the current headers of Shopify, UTF-8 and CRLF, and can be imported again. Texts that a spreadsheet would run
as a formula begin with an apostrophe, which an import takes away again. A file that exists is replaced once the new one
is complete.

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

/** Until all is said, or nobody listens any more: that is known from the error of the output, for whoever runs the command. */
async function pour(text: AsyncIterable<string>, { out }: CliNeeds): Promise<void> {
  let isHeard = true;
  out.once("error", () => (isHeard = false));
  for await (const piece of text) {
    if (!isHeard) return;
    if (!out.write(piece)) await once(out, "drain").catch(() => undefined);
  }
}
