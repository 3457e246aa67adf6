import type { DomainError } from "../../domain/shared/domain-error.js";
import type { Id } from "../../domain/shared/id.js";
import { checkVersion } from "../../domain/shared/stale-version.js";
import { parseId } from "./ids.js";

/** What a change is about, and the version of it that the caller has read. */
export interface Target {
  /** As received: an id of another kind, or no id at all, is not found. */
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

interface Versioned {
  snapshot(): { readonly version: number };
}

/**
 * Loads the target of a change, which locks it until the unit of work ends.
 * @throws StaleVersion, and the error that `notFound` makes
 */
export const lockTarget = async <Kind extends string, Stored extends Versioned>(
  kind: Kind,
  { id: raw, expectedVersion }: Target,
  store: { get(id: Id<Kind>): Promise<Stored> },
  notFound: (id: string) => DomainError,
): Promise<Stored> => {
  const id = parseId(kind, raw);
  if (!id) throw notFound(raw);
  const stored = await store.get(id);
  checkVersion(raw, expectedVersion, stored.snapshot().version);
  return stored;
};
