import type { Recurring } from "../shared/schedule.js";
import type { MediaStores } from "./ports/media-stores.js";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/**
 * How long a file may be unused, after its upload or after the last image that shows it is deleted.
 */
const UNUSED_FOR_MS = 7 * DAY_MS;
const PORTION = 100;

/** Checks each stored file once a day and marks those for deletion that were unused for a week. */
export const sweepFiles: Recurring<Pick<MediaStores, "mediaFiles">> = {
  kind: "catalog.sweep-media-files",
  everyMs: HOUR_MS,
  run: async (now, { mediaFiles }) => {
    const times = {
      checkedBefore: new Date(now.getTime() - DAY_MS),
      unusedSince: new Date(now.getTime() - UNUSED_FOR_MS),
    };
    return (await mediaFiles.sweep(times, PORTION, now)) === PORTION ? "more" : "done";
  },
};
