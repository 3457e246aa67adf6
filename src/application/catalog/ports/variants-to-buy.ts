import type { MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Buyer, PriceCandidates } from "../../../domain/pricing/pricing.js";
import type { Id } from "../../../domain/shared/id.js";
import type { SoldOutPolicy } from "../../../domain/catalog/variants/variant.js";

/** A variant as far as a cart and an order need it. */
export interface VariantToBuy {
  readonly id: VariantId;
  readonly productId: ProductId;
  /** The title of the product. */
  readonly title: string;
  readonly slug: string;
  /** The options of the product with the values of the variant. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly sku: string | null;
  readonly barcode: string | null;
  /** The image of the variant, or the first one of the product. */
  readonly imageId: MediaId | null;
  readonly taxable: boolean;
  readonly taxCode: string | null;
  readonly weightMilligrams: number | null;
  readonly requiresShipping: boolean;
  readonly tracked: boolean;
  readonly soldOutPolicy: SoldOutPolicy;
  /** The units that can be sold; null when its stock is not counted. */
  readonly available: number | null;
  /** Every price that it could have for the buyer; those that are stored now. */
  readonly prices: PriceCandidates;
}

/** For whom, and when. */
export interface Shopper {
  readonly buyer: Buyer;
  readonly at: Date;
  /** A BCP 47 tag; null for the language of the catalogue. */
  readonly locale: string | null;
  /** Whose units are available; null: those of all locations. */
  readonly locations: readonly Id<"location">[] | null;
}

/** The variants that the shop shows. Hidden and missing ones are absent, so nobody learns of them. */
export interface VariantsToBuy {
  /** In one statement. */
  byId(ids: readonly VariantId[], shopper: Shopper): Promise<ReadonlyMap<VariantId, VariantToBuy>>;
}
