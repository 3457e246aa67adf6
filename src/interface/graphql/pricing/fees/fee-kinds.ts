import { registerEnumType } from "type-graphql";
import { FEE_BASES, FEE_KINDS } from "../../../../domain/pricing/fees/fee-content.js";
import { enumOf } from "../../schema/enum-of.js";

export const FeeKinds = enumOf(FEE_KINDS);
registerEnumType(FeeKinds, {
  name: "FeeKind",
  description: "What a fee is charged for.",
  valuesConfig: {
    GIFT_WRAP: { description: "Wrapping as a gift, when the buyer asks for it." },
    DEPOSIT: { description: "A deposit, such as for bottles." },
    SMALL_ORDER: {
      description: "An order below a subtotal. It applies by itself, before discounts.",
    },
  },
});

export const FeeBases = enumOf(FEE_BASES);
registerEnumType(FeeBases, {
  name: "FeeBasis",
  description: "How often a fee is charged.",
  valuesConfig: {
    ORDER: { description: "Once for the order." },
    UNIT: { description: "For each unit of its lines." },
  },
});
