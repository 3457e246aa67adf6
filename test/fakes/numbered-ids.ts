import type { Ids, MadeIds } from "../../src/application/shared/ids.js";
import { id } from "../../src/domain/shared/id.js";

/** Ids in their exact form that count up, so a test reads the same each time. Builders number theirs from 1. */
export const numberedIds = (start = 0): Ids => {
  let last = start;
  return {
    next: <Kind extends keyof MadeIds>(kind: Kind) =>
      id<MadeIds[Kind]>(`${kind}_01h${(++last).toString().padStart(23, "0")}`),
  };
};
