import { DomainError } from "../shared/domain-error.js";

/** When a rate or a price list is valid: from a time until a time (exclusive); null: without end. */
export interface Validity {
  readonly from: Date | null;
  readonly until: Date | null;
}

export const isValidAt = ({ from, until }: Validity, moment: Date): boolean =>
  (from === null || from <= moment) && (until === null || moment < until);

export const overlapInTime = (a: Validity, b: Validity): boolean =>
  startsBeforeEnd(a, b) && startsBeforeEnd(b, a);

const startsBeforeEnd = ({ from }: Validity, { until }: Validity): boolean =>
  from === null || until === null || from < until;

/** @throws InvalidValidity when the end is not after the start */
export const checkValidity = ({ from, until }: Validity): void => {
  if (from !== null && until !== null && until <= from) throw new InvalidValidity(from, until);
};

export class InvalidValidity extends DomainError {
  readonly code = "INVALID_VALIDITY";

  constructor(
    readonly from: Date,
    readonly until: Date,
  ) {
    super(`The end, ${until.toISOString()}, must be after the start, ${from.toISOString()}.`, [
      "until",
    ]);
  }
}
