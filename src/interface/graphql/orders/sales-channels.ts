import { registerEnumType } from "type-graphql";
import { SALES_CHANNELS } from "../../../domain/shared/sales-channel.js";
import { enumOf } from "../schema/enum-of.js";

export const SalesChannels = enumOf(SALES_CHANNELS);
registerEnumType(SalesChannels, {
  name: "SalesChannel",
  description: "How an order came about.",
  valuesConfig: {
    WEB: { description: "In a storefront." },
    AGENT: { description: "By a program that buys for a person." },
    STAFF: { description: "By staff, for a buyer." },
    POS: { description: "At a till." },
  },
});
