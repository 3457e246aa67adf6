import { collectionId } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
export const MUG = productId(1);
export const BOWL = productId(2);
export const SIZED = productId(5);
export const COLOURED = productId(6);
export const DRAFT = productId(9);
export const ARCHIVED = productId(13);
export const NONE = productId(999);
export const KITCHEN = collectionId(1);
export const SECRET = collectionId(3);
export const [RED, GREEN, BLUE] = [variantId(63), variantId(61), variantId(62)];

export const PRODUCT =
  "product { id title slug status version tags options { name values } variants { nodes { id sku onHand price { amount } } } media { nodes { id alt } } } changes { path before after }";
export const COLLECTION = "collection { id title slug version products { nodes { id } } }";
export const MARKET = "market { id key countries currency locales version priceList { id } }";
export const PRICE_LIST =
  "priceList { id key name currency isReady version prices { totalCount } }";
export const RESULTS =
  "results { index product { id title status version } userErrors { code path } }";
export const CUSTOMER_GROUP = "customerGroup { id key name version }";
/** What a change of own prices answers. */
export const PRICES =
  "results { index variant { id price { amount } compareAtPrice { amount } cost { amount } priceVersion } userErrors { code path } }";
/** What a change of prices in a price list answers. */
export const LIST_PRICES =
  "results { index variant { id prices { price { amount } compareAtPrice { amount } } } userErrors { code path } }";
/** What a change of stock answers. */
export const STOCK =
  "results { index variant { id sku onHand stock stockVersion } userErrors { code path } }";
export const VARIANTS =
  "results { index variant { id sku onHand price { amount } prices { price { amount } compareAtPrice { amount } } } userErrors { code path } }";

export const glazed = (size: string) => [
  { name: "Size", value: size },
  { name: "Glaze", value: "matt" },
];
