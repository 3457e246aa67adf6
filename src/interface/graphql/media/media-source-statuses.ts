import { registerEnumType } from "type-graphql";
import { SOURCE_STATUSES } from "../../../application/media/ports/media-sources.js";
import { enumOf } from "../schema/enum-of.js";

export const MediaSourceStatuses = enumOf(SOURCE_STATUSES);
registerEnumType(MediaSourceStatuses, {
  name: "MediaSourceStatus",
  description: "State of fetching an external image.",
  valuesConfig: {
    PENDING: { description: "Fetching is due, or will be tried again." },
    READY: { description: "The image is in the shop's own storage." },
    FAILED: { description: "Fetching failed. It is tried again only on request." },
  },
});
