import { mediaContext } from "../../../application/media/media.js";
import { MEDIA_ERROR_CODES } from "./media-error-codes.js";
import type { ContextApi } from "../nodes/context-api.js";
import { loadMedia } from "./load-media.js";
import { MediaFetchPayloadResolver } from "./media-fetch-payload.js";
import { mediaMutations } from "./media-mutations.js";
import { MediaResolver } from "./media-resolver.js";
import { MediaSourceResolver } from "./media-source-resolver.js";

export const mediaApi = {
  context: mediaContext,
  errorCodes: MEDIA_ERROR_CODES,
  shared: [MediaResolver],
  admin: [MediaSourceResolver, mediaMutations, MediaFetchPayloadResolver],
  nodes: {
    media: {
      typeName: "Media",
      answerFor: "everybody",
      operations: { shop: "catalog.shop.mediaById", admin: "catalog.admin.mediaById" },
      find: (id, requested, context) => loadMedia(context, id, requested),
    },
  },
} as const satisfies ContextApi<"media">;
