import { isStorableTime } from "../shared/storable-time.js";
import { Problems } from "../shared/problems.js";
import { InvalidPublication } from "./errors.js";

/**
 * When the shop shows a product or collection: from a time until a time (exclusive), in UTC. The
 * publication has no end when `until` is null.
 */
export interface Publication {
  readonly from: Date;
  readonly until: Date | null;
}

/**
 * @throws InvalidPublication when the end is not after the start; Refused with it for each time
 * that cannot be stored
 */
export const publication = (window: Publication | null): Publication | null => {
  const problems = new Problems();
  for (const end of ["from", "until"] as const)
    if (window?.[end] && !isStorableTime(window[end]))
      problems.add(
        new InvalidPublication(
          "The publication must be between the years 1000 and 9999, in UTC.",
          end,
        ),
      );
  problems.throwIfAny();
  if (window?.until && window.until <= window.from) throw new InvalidPublication();
  return window;
};

/** A requested publication. */
export interface PublicationRequest {
  /** Left out: the current start if the shop shows it already, otherwise now. */
  readonly from?: Date | null | undefined;
  /** Left out: the current end, or no end if the current one has passed. Null: no end. */
  readonly until?: Date | null | undefined;
}

/**
 * @throws as `publication` does. A start that was left out counts as now, so that an end in the
 * past is refused.
 */
export const checkPublicationRequest = ({ from, until }: PublicationRequest, now: Date): void =>
  void publication({ from: from ?? now, until: until ?? null });

/**
 * The publication that a request leads to.
 * @param visibleSince the start of the publication if it is shown now; otherwise null
 * @throws as `publication` does
 */
export const requestedPublication = (
  request: PublicationRequest,
  stored: Publication | null,
  visibleSince: Date | null,
  now: Date,
): Publication => {
  checkPublicationRequest(request, now);
  const from = request.from ?? visibleSince ?? now;
  const kept = stored?.until && stored.until > now && stored.until > from ? stored.until : null;
  return { from, until: request.until === undefined ? kept : request.until };
};
