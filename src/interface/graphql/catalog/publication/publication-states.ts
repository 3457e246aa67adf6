import { registerEnumType } from "type-graphql";
import { PUBLICATION_STATES } from "../../../../application/catalog/ports/product-list.js";
import { enumOf } from "../../schema/enum-of.js";

export const PublicationStates = enumOf(PUBLICATION_STATES);
registerEnumType(PublicationStates, {
  name: "PublicationState",
  description: "State of a publication, independent of the status.",
  valuesConfig: {
    CURRENT: { description: "Published now." },
    SCHEDULED: { description: "The publication starts later." },
    ENDED: { description: "The publication has ended." },
    NONE: { description: "There is no publication." },
  },
});
