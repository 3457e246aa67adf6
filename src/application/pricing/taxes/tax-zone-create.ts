import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import type { TaxZoneId } from "../../../domain/pricing/ids.js";
import { TaxZoneSetting } from "../../../domain/pricing/tax-settings/tax-zone-setting.js";
import type { ChargeTaxation } from "../../../domain/pricing/tax/tax-zone.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";
import { areasOf, type TaxAreaInput } from "./areas-of.js";

/** Every quote reads all of them. */
export const MAX_TAX_ZONES = 250;

interface TaxZoneCreate {
  readonly taxZone: {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    readonly areas: readonly TaxAreaInput[];
    /** By their own category when left out. */
    readonly chargeTaxation?: ChargeTaxation | null | undefined;
  };
}

/** The result of a change of a tax zone. Plain JSON. */
export interface TaxZoneEdited {
  readonly taxZoneId: TaxZoneId;
  readonly warnings: readonly Warning[];
}

/** Creates a tax zone without rates. */
export const taxZoneCreate = change(
  mayWriteTaxes,
  (
    { taxZone: { key, name, areas, chargeTaxation } }: TaxZoneCreate,
    { stores, now }: Work<TaxWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<TaxZoneEdited> =>
    withPathAsync(
      (path) => ["taxZone", ...path],
      async () => {
        await lockTaxes(stores);
        const all = await stores.taxZones.all();
        const content = {
          key,
          name: name ?? key,
          areas: areasOf(areas),
          chargeTaxation: chargeTaxation ?? "OWN_CATEGORY",
        };
        const zone = TaxZoneSetting.create(ids.next("taxzone"), content, all, now);
        if (all.length >= MAX_TAX_ZONES)
          throw new TooManyOfAKind("tax zones", all.length + 1, MAX_TAX_ZONES);
        await stores.taxZones.save(zone);
        return { taxZoneId: zone.id, warnings: [] };
      },
    ),
);
