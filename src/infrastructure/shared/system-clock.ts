import type { Clock } from "../../application/shared/clock.js";

export const systemClock: Clock = { now: () => new Date() };
