import type { TermsRevision } from "../../../application/shared/terms-revision.js";
import type { RowSource } from "./sql-session.js";

/** How many revisions are in memory: that which is stored, and those that are just being replaced. */
const MOST = 4;

/**
 * What is read from rows that have a revision together, in the memory of this process. Revisions are
 * drawn at random, so that no two stores have the same one. The revision is read before the rows:
 * what is remembered for it is never older than it.
 */
export const remembered = <Value>(read: (source: RowSource) => Promise<Value>) => {
  const known = new Map<string, Value>();
  return async (source: RowSource, revision: TermsRevision): Promise<Value> => {
    const found = revision === null ? undefined : known.get(revision);
    if (found !== undefined) return found;
    const value = await read(source);
    if (revision === null) return value;
    known.set(revision, value);
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return value;
  };
};
