import { VersionedAggregate, type VersionedState } from "../../shared/versioned-aggregate.js";
import type { TaxSettingEvent, TaxSettingKind } from "./events.js";

/** What a shop sets about taxes: a category, a zone or a rate. */
export abstract class TaxSetting<Snapshot extends VersionedState> extends VersionedAggregate<
  Snapshot,
  TaxSettingEvent
> {
  protected abstract readonly kind: TaxSettingKind;

  protected event(change: "created" | "updated" | "deleted"): TaxSettingEvent {
    const { id, version } = this.state;
    return { type: `pricing.tax-${this.kind}-${change}`, taxSettingId: id, version };
  }
}
