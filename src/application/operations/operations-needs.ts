import type { RowCheckReads, RowCheckStores } from "../shared/row-checks.js";
import type { Clock } from "../shared/clock.js";
import type { EventStores } from "../shared/events.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import type { WorkStores } from "../shared/work-log.js";

export interface OperationsNeeds {
  readonly unitOfWork: UnitOfWork<EventStores & WorkStores & RowCheckStores>;
  readonly rowCheckReads: RowCheckReads;
  readonly clock: Clock;
}
