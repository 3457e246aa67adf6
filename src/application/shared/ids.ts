import type {
  CollectionId,
  FileId,
  MediaId,
  MetafieldDefinitionId,
  ProductId,
  VariantId,
} from "../../domain/catalog/ids.js";
import type { MarketId, PriceListId } from "../../domain/pricing/ids.js";
import type { WorkId } from "./schedule.js";

/** Which prefix names which kind of id, of what clients can ask for by it. */
export interface IdKinds {
  readonly product: ProductId;
  readonly variant: VariantId;
  readonly media: MediaId;
  readonly collection: CollectionId;
  readonly metafield: MetafieldDefinitionId;
  readonly market: MarketId;
  readonly pricelist: PriceListId;
  readonly work: WorkId;
}

/** Every kind of id that is made, those included that only Plinth and its operator know. */
export interface MadeIds extends IdKinds {
  readonly file: FileId;
  readonly work: WorkId;
}

/** Makes ids in the TypeID form: `product_01kadq0h8efr4tmr9bk39h1y0c`, sortable by time within their kind. */
export interface Ids {
  next<Kind extends keyof MadeIds>(kind: Kind): MadeIds[Kind];
}

const PREFIXES = [
  "product",
  "variant",
  "media",
  "collection",
  "metafield",
  "market",
  "pricelist",
  "work",
] as const satisfies readonly (keyof IdKinds)[];
const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Which kind of thing an id that came from outside names; null when it is not an id in its exact form. */
export const kindOf = (raw: string): keyof IdKinds | null => {
  const cut = raw.lastIndexOf("_");
  const kind = PREFIXES.find((prefix) => prefix === raw.slice(0, cut));
  return kind !== undefined && SUFFIX.test(raw.slice(cut + 1)) ? kind : null;
};

/** The id when it is one of the expected kind, in its exact form; null otherwise. */
export const parseId = <Kind extends keyof IdKinds>(
  kind: Kind,
  raw: string,
): IdKinds[Kind] | null => (kindOf(raw) === kind ? (raw as IdKinds[Kind]) : null);
