import type { ShownCatalog } from "../../../application/catalog/show-catalog.js";
import type { Viewer } from "../../../application/shared/viewer.js";

export const catalogLoaders = (_catalog: ShownCatalog, _viewer: Viewer) => ({});

export type CatalogLoaders = ReturnType<typeof catalogLoaders>;
