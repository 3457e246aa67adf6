import type { Seo } from "../../../domain/catalog/seo.js";
import { patchedValue, type Patch } from "../../shared/patch.js";

/** Null clears both texts. */
export type SeoPatch = Patch<Seo> | null | undefined;

export const applySeoPatch = (seo: Seo, patch: SeoPatch): Seo => ({
  title: patchedValue(patch === null ? null : patch?.title, seo.title, ""),
  description: patchedValue(patch === null ? null : patch?.description, seo.description, ""),
});
