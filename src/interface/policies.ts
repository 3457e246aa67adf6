import { CATALOG } from "../application/catalog/catalog.js";
import { PRICING } from "../application/pricing/pricing.js";
import { OPERATIONS } from "../application/operations/operations.js";
import { policiesOf } from "../application/shared/operations.js";
import type { Policy } from "../application/shared/viewer.js";

/** Who may call each operation of the application, by its full name. */
export const POLICIES: ReadonlyMap<string, Policy> = new Map([
  ...policiesOf(CATALOG, "catalog"),
  ...policiesOf(PRICING, "pricing"),
  ...policiesOf(OPERATIONS, "operations"),
]);
