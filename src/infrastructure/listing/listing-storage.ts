import type { ListingStores } from "../../application/listing/ports/listing-stores.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { LISTING_CHECK } from "./listing-check.js";
import { SqlPriceListListings } from "./sql-price-list-listings.js";
import { SqlSaleFacts } from "./sql-sale-facts.js";
import { SqlStoredListings } from "./sql-stored-listings.js";

const stores: StoreMakers<ListingStores> = {
  priceListListings: (session) => new SqlPriceListListings(session),
  storedListings: (session) => new SqlStoredListings(session),
  saleFacts: (session) => new SqlSaleFacts(session),
};

export const listingStorage = {
  name: "listing",
  migrations: [],
  stores,
  checks: [LISTING_CHECK],
} as const satisfies Storage;
