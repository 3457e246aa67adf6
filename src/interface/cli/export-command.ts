import { Command } from "commander";
import { once } from "node:events";
import { OPERATOR } from "../../application/shared/viewer.js";
import type { CliNeeds } from "./cli-needs.js";

/** `plinth export [FILE]` */
export const exportCommand = (needs: CliNeeds): Command =>
  new Command("export")
    .description("write all products, drafts too, as a Shopify CSV file")
    .argument("[file]", "where to; without it, to the standard output")
    .addHelpText("after", HELP)
    .action((path: string | undefined) =>
      needs.withApp(async ({ catalog }) => {
        const { shape, sheets } = await catalog.exportProducts({}, OPERATOR);
        const text = (await needs.productFiles()).text(shape, sheets);
        if (path === undefined) await pour(text, needs);
        else await needs.saveFile(path, text);
      }),
    );

const HELP = `
The file has the current headers of Shopify, UTF-8 and CRLF, and can be imported again. Texts that a spreadsheet would run
as a formula begin with an apostrophe, which an import takes away again. A file that exists is replaced once the new one
is complete.

Examples:
  $ plinth export products.csv
  $ plinth export | gzip > products.csv.gz`;

/** Until all is said, or nobody listens any more: that is known from the error of the output, for whoever runs the command. */
async function pour(text: AsyncIterable<string>, { out }: CliNeeds): Promise<void> {
  let isHeard = true;
  out.once("error", () => (isHeard = false));
  for await (const piece of text) {
    if (!isHeard) return;
    if (!out.write(piece)) await once(out, "drain").catch(() => undefined);
  }
}
