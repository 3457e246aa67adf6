import { Command } from "commander";
import type { ProductRecord } from "../../application/catalog/ports/product-record.js";
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
        const publicUrl = await context.publicUrl();
        const { shape, records: sheets } = await catalog.exportProducts({ publicUrl }, OPERATOR);
        const written = counted(sheets);
        const text = (await context.productFiles()).text(shape, written.items);
        if (path === undefined) await pour(text, context);
        else await context.saveFile(path, text);
        const to = path === undefined ? "" : ` to ${path}`;
        context.err.write(`${countText(written.count(), "product")} written${to}.\n`);
        context.err.write(`${NOT_HELD}\n${written.hasOwnFiles() ? `${OWN_FILES}\n` : ""}`);
      }),
    );

const HELP = `
The file has the current headers of Shopify, UTF-8 and CRLF, and can be imported again. Texts that a spreadsheet would run
as a formula begin with an apostrophe, which an import removes. An existing file is replaced when the new one is complete.

Examples:
  $ plinth export products.csv
  $ plinth export | gzip > products.csv.gz`;

const NOT_HELD =
  "The file does not hold: translations, prices in price lists (plinth prices export), scheduled prices, collections (plinth collections export), the order of option values apart from that of the variants, focal points, quantities at more than one location, history.";
export const OWN_FILES =
  "Uploaded images are written as paths of this shop, which other shops cannot load: set PLINTH_PUBLIC_URL and export again.";

/** The records as they are written, and what they turned out to be. */
const counted = (items: AsyncIterable<ProductRecord>) => {
  let [count, hasOwnFiles] = [0, false];
  const passing = async function* () {
    for await (const item of items) {
      count++;
      hasOwnFiles ||= item.images.some(({ url }) => url.startsWith("/"));
      yield item;
    }
  };
  return { items: passing(), count: () => count, hasOwnFiles: () => hasOwnFiles };
};
