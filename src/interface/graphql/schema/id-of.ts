import { parseId } from "../../../application/shared/ids.js";
import { DomainError } from "../../../domain/shared/domain-error.js";
import type { Id } from "../../../domain/shared/id.js";

/** The id of a kind of thing. @throws InvalidId */
export const idOf = <Kind extends string>(kind: Kind, raw: string): Id<Kind> => {
  const id = parseId(kind, raw);
  if (id === null) throw new InvalidId(raw, `a ${kind}`);
  return id;
};

export class InvalidId extends DomainError {
  readonly code = "INVALID_ID";

  constructor(raw: string, kind: string) {
    super(`"${raw.slice(0, 80)}" is not the id of ${kind}.`);
  }
}
