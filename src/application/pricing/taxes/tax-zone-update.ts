import type { ChargeTaxation } from "../../../domain/pricing/tax/tax-zone.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { areasOf, type TaxAreaInput } from "./areas-of.js";
import { lockTaxZone, type TaxWriteStores } from "./lock-taxes.js";
import type { TaxZoneEdited } from "./tax-zone-create.js";

interface TaxZoneUpdate extends Target {
  readonly changes: {
    /** Null: the key. */
    readonly name?: string | null | undefined;
    /** All areas: those that are not named are removed. */
    readonly areas?: readonly TaxAreaInput[] | null | undefined;
    readonly chargeTaxation?: ChargeTaxation | null | undefined;
  };
}

/** Changes a tax zone. Its key cannot be changed, because rates name it. */
export const taxZoneUpdate = change(
  mayWriteTaxes,
  async (
    { changes: { name, areas, chargeTaxation }, ...target }: TaxZoneUpdate,
    { stores, now }: Work<TaxWriteStores>,
  ): Promise<TaxZoneEdited> => {
    const zone = await lockTaxZone(stores, target);
    const stored = zone.snapshot();
    const all = await stores.taxZones.all();
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      () =>
        zone.revise(
          {
            name: name === null ? stored.key : (name ?? stored.name),
            areas: areas ? areasOf(areas) : stored.areas,
            chargeTaxation: chargeTaxation ?? stored.chargeTaxation,
          },
          all,
          now,
        ),
    );
    await stores.taxZones.save(zone);
    return { taxZoneId: zone.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
