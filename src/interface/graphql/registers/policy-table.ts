import type { Policy } from "../../../application/shared/viewer.js";
import { POLICIES } from "../../policies.js";
import { textTable } from "../../text-table.js";
import { buildAdminSchema } from "../build-admin-schema.js";
import { buildShopSchema } from "../build-shop-schema.js";
import { fieldPolicies } from "../schema/field-policies.js";

/**
 * Every operation, who may call it, and the fields of both APIs that call it, from what the code
 * enforces.
 */
export const policyTable = async (): Promise<string> => {
  const fields = new Map<string, string[]>();
  const note = (operation: string, field: string) =>
    fields.set(operation, [...(fields.get(operation) ?? []), field]);
  for (const [api, schema] of [
    ["shop", await buildShopSchema()],
    ["admin", await buildAdminSchema()],
  ] as const)
    for (const { field, operations } of fieldPolicies(schema))
      for (const operation of operations.length > 0 ? operations : ["(none)"])
        note(operation, `${api} ${field}`);

  const rows = [...POLICIES].map(([operation, policy]) => [
    operation,
    who(policy),
    fields.get(operation)?.join(", ") ?? "",
  ]);
  const open = fields.get("(none)") ?? [];
  return textTable(
    ["Operation", "Who may call it", "Used by"],
    [
      ...rows.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
      ["(none)", "anybody", open.join(", ")],
    ],
  );
};

const who = (policy: Policy): string =>
  policy.allows === "anybody" ? "anybody" : policy.permission;
