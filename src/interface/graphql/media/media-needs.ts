import type { FieldsOf } from "../../../application/catalog/ports/audience.js";
import type { MediaView } from "../../../application/catalog/ports/product-view.js";
import { type FieldNeeds, neededFields } from "../execution/needed-fields.js";
import type { Requested } from "../execution/requested-fields.js";

/** The fields of a view of an image that each field of `Media` needs. */
export const MEDIA_NEEDS = {
  url: ["url", "source", "focalPoint"],
  alt: ["alt"],
  width: ["url", "source"],
  height: ["url", "source"],
  focalPoint: ["focalPoint"],
  srcSet: ["url", "source", "focalPoint"],
  status: ["url", "source"],
  problem: ["source"],
} as const satisfies FieldNeeds<MediaView>;

export const mediaFields = (requested: Requested): FieldsOf<MediaView> =>
  neededFields(requested, MEDIA_NEEDS);
