import { change, type Work } from "../../../src/application/shared/change.js";
import type {
  IdempotencyKey,
  IdempotencyKeyReads,
  IdempotencyStores,
} from "../../../src/application/shared/idempotency-keys.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { anybody, type Viewer } from "../../../src/application/shared/viewer.js";
import { DomainError } from "../../../src/domain/shared/domain-error.js";

export interface ClimbStore {
  readonly unitOfWork: UnitOfWork<SettingStores & IdempotencyStores>;
  readonly idempotencyKeyReads: IdempotencyKeyReads;
  readonly close?: () => Promise<void>;
}

export interface Climb {
  readonly by: number;
}

export class NoWeather extends DomainError {
  readonly code = "NO_WEATHER";

  constructor() {
    super("The weather station does not answer.", ["by"]);
  }
}

/** What a climb does outside of its unit of work. */
interface ClimbNeeds {
  readonly forecast: (viewer: Viewer, signal: AbortSignal) => Promise<string>;
  readonly postcard: (height: number, signal: AbortSignal) => Promise<void>;
}

export const FORECAST_MS = 300;
export const POSTCARD_MS = 150;

const parts = {
  prepare: (_: Climb, viewer: Viewer, { forecast }: ClimbNeeds, signal: AbortSignal) =>
    forecast(viewer, signal),
  prepareMs: FORECAST_MS,
  decide: async (
    { by }: Climb,
    { stores: { settings } }: Work<SettingStores>,
    _: ClimbNeeds,
    weather: string,
  ): Promise<{ readonly height: number; readonly weather: string }> => {
    const height = Number((await settings.get("height")) ?? 0) + by;
    await settings.set("height", String(height));
    if (height > 10) throw new TooHigh();
    return { height, weather };
  },
  afterwards: (
    { height }: { readonly height: number },
    { signal }: { readonly signal: AbortSignal },
    { postcard }: ClimbNeeds,
  ) => postcard(height, signal),
  afterwardsMs: POSTCARD_MS,
};

/** Adds to a number in the store: with a forecast before, and a postcard afterwards. */
export const guidedClimb = change(anybody, parts);

/** Its repetitions write the postcard once more. */
export const insistentClimb = change(anybody, { ...parts, repeatsAfterwards: true });

class TooHigh extends DomainError {
  readonly code = "TOO_HIGH";

  constructor() {
    super("Not above 10.", ["by"]);
  }
}

export const climbKey = (more: Partial<IdempotencyKey> = {}): IdempotencyKey => ({
  actor: "account:1",
  key: "k1",
  operation: "climb",
  responseKey: "climb",
  formerActor: null,
  fingerprints: ["by 3"],
  ...more,
});
