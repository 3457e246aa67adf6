import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** A page that is made from the code and kept beside it. With PLINTH_RECORD=1 it is written anew: that is what `npm run schema` does. */
export const published = (path: string, made: string): string => {
  const file = join(ROOT, path);
  if (process.env["PLINTH_RECORD"] === "1") writeFileSync(file, made);
  return readFileSync(file, "utf8");
};
