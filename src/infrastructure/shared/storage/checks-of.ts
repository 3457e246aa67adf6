import { checkUnique } from "../../../application/shared/check-unique.js";
import type { RowCheck } from "../checks/row-check.js";
import type { Storage } from "./storage.js";

/** The checks of all contexts, in their order. @throws Error when two have the same name */
export const checksOf = (storages: readonly Storage[]): readonly RowCheck[] => {
  checkUnique(
    "check",
    storages.map(({ name, checks = [] }) => [name, checks.map((check) => check.name)]),
  );
  return storages.flatMap(({ checks = [] }) => checks);
};
