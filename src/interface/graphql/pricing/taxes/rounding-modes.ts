import { registerEnumType } from "type-graphql";
import { ROUNDING_MODES } from "../../../../domain/pricing/rounding/rounding-mode.js";
import { enumOf } from "../../schema/enum-of.js";

export const RoundingModes = enumOf(ROUNDING_MODES);
registerEnumType(RoundingModes, {
  name: "RoundingMode",
  description: "What becomes of the fraction of the smallest unit.",
  valuesConfig: {
    HALF_UP: { description: "To the nearest; halves up." },
    HALF_EVEN: { description: "To the nearest; halves to the even neighbour." },
    DOWN: { description: "The fraction is dropped, as is usual in Japan." },
  },
});
