import type { TableKind } from "../../application/shared/table-files.js";
import type { CliContext } from "./cli-context.js";
import { countText } from "./count-text.js";
import { pour } from "./pour.js";

/** Writes rows to a file, or to the standard output until it is closed. */
export const exportTable = async <Field extends string>(
  context: CliContext,
  path: string | undefined,
  kind: TableKind<Field>,
  rows: AsyncIterable<Readonly<Partial<Record<Field, string>>>>,
): Promise<void> => {
  let count = 0;
  const counted = async function* () {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  };
  const text = (await context.tableFiles()).text(kind, counted());
  if (path === undefined) return pour(text, context);
  await context.saveFile(path, text);
  context.err.write(`${countText(count, "row")} written to ${path}.\n`);
};
