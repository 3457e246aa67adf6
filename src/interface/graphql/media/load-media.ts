import type { MediaId } from "../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { loadById } from "../execution/load-by-id.js";
import type { Requested } from "../execution/requested-fields.js";
import { mediaFields } from "./media-needs.js";
import type { MediaSource } from "./media-type.js";

/** One image, together with all others that are requested in the same tick. */
export const loadMedia = (
  context: GraphqlContext,
  id: MediaId,
  requested: Requested,
): Promise<MediaSource | null> => {
  const { api, app, viewer } = context;
  const fields = mediaFields(requested);
  return loadById(context, "media", id, fields, (ids: readonly MediaId[]) =>
    app.catalog[api].mediaById({ ids, fields }, viewer),
  );
};
