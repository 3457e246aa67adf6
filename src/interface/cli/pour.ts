import { once } from "node:events";
import type { CliContext } from "./cli-context.js";

/**
 * Writes until everything is written or the output is closed. The error of a closed output is
 * handled by the command line.
 */
export const pour = async (
  text: AsyncIterable<string>,
  { out }: Pick<CliContext, "out">,
): Promise<void> => {
  let isOpen = true;
  out.once("error", () => (isOpen = false));
  for await (const piece of text) {
    if (!isOpen) return;
    if (!out.write(piece)) await once(out, "drain").catch(() => undefined);
  }
};
