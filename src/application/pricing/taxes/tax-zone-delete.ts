import type { TaxZoneId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxZone, type TaxWriteStores } from "./lock-taxes.js";

/** Deletes a tax zone without rates. */
export const taxZoneDelete = change(
  mayWriteTaxes,
  async (
    target: Target,
    { stores }: Work<TaxWriteStores>,
  ): Promise<{ readonly deletedTaxZoneId: TaxZoneId }> => {
    const zone = await lockTaxZone(stores, target);
    zone.delete(await stores.taxRates.countOfZone(zone.snapshot().key));
    await stores.taxZones.remove(zone);
    return { deletedTaxZoneId: zone.id };
  },
);
