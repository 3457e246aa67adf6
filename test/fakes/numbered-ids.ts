import type { Ids } from "../../src/application/shared/ids.js";
import { id, type Id } from "../../src/domain/shared/id.js";

/**
 * Well-formed ids that count up, so that each run of a test has the same ones. Builders count from
 * 1.
 */
export const numberedIds = (start = 0): Ids => {
  let last = start;
  const next = <Kind extends string>(kind: Kind) =>
    id<Id<Kind>>(`${kind}_01h${(++last).toString().padStart(23, "0")}`);
  return { next, secret: next };
};
