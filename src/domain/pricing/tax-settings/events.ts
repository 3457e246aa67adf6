/** What a tax setting is. */
export type TaxSettingKind = "category" | "zone" | "rate";

/** A tax category, zone or rate was created, changed or deleted. */
export interface TaxSettingEvent {
  readonly type: `pricing.tax-${TaxSettingKind}-${"created" | "updated" | "deleted"}`;
  readonly taxSettingId: string;
  readonly version: number;
}
