import type { Recurring } from "../../shared/schedule.js";
import type { MediaStores } from "./media-ports.js";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** So long a file may lie unused: between upload and use, or after the last image that showed it is gone. */
const UNUSED_FOR_MS = 7 * DAY_MS;
const PORTION = 100;

/** Looks at each stored file once a day, and gives up on those that nothing has used for a week. */
export const sweepFiles: Recurring<Pick<MediaStores, "mediaFiles">> = {
  kind: "catalog.sweep-media-files",
  everyMs: HOUR_MS,
  run: async (now, { mediaFiles }) => {
    const times = {
      lookedAtBefore: new Date(now.getTime() - DAY_MS),
      unusedSince: new Date(now.getTime() - UNUSED_FOR_MS),
    };
    return (await mediaFiles.sweep(times, PORTION, now)) === PORTION ? "more" : "done";
  },
};
