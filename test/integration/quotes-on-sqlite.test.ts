import { quotesContract } from "../contracts/pricing/quotes.contract.js";
import { taxCategoryUsesContract } from "../contracts/pricing/tax-category-uses.contract.js";
import { embeddedStore } from "./embedded-store.js";

quotesContract("SQLite", embeddedStore);
taxCategoryUsesContract("SQLite", embeddedStore);
