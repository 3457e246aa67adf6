import { CONTEXTS } from "../application/contexts.js";
import type { BackgroundNeeds } from "../application/shared/context.js";
import { backgroundOf } from "../application/shared/open-contexts.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";

/** The subscribers, jobs and recurring work of all contexts. */
export const backgroundWork = ({ cartDays }: Pick<BackgroundNeeds, "cartDays">) =>
  backgroundOf(CONTEXTS, { clock: systemClock, ids: new TypeIds(systemClock), cartDays });
