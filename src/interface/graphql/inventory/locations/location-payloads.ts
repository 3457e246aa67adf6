import type { LocationEdited } from "../../../../application/inventory/locations/lock-location.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { loadLocation } from "./load-location.js";
import { LocationType } from "./location-type.js";

export const locationPayloads = payloadsOf({
  field: "location",
  thing: "location",
  type: () => LocationType,
  load: (context, { locationId }: LocationEdited) => loadLocation(context, locationId),
});
