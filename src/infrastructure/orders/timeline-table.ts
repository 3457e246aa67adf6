import type { TimelineEntry } from "../../domain/orders/timeline-entry.js";
import {
  optionalNumber,
  optionalText,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How an entry is stored in `orders_timeline_entry`. */
const TIMELINE_COLUMNS: Columns<TimelineEntry> = {
  kind: word("kind"),
  at: time("at"),
  by: word("done_by"),
  note: optionalText("note"),
  amount: optionalNumber("amount"),
};

export const TIMELINE_TABLE = tableOf(TIMELINE_COLUMNS);
