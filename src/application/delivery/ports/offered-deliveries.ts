import type { TermsRevision } from "../../shared/terms-revision.js";
import type { OfferedDelivery } from "./delivery-reads.js";

export interface OfferedDeliveries {
  /** Without a statement when the options and zones of the revision are in memory. */
  at(revision: TermsRevision): Promise<OfferedDelivery>;
}
