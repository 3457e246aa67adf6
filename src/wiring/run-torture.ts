import { readFileSync } from "node:fs";
import { OPERATOR } from "../application/shared/viewer.js";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import type { TortureRequest } from "../interface/cli/torture-command.js";
import type { Finding } from "../../torture/judge.js";
import { TargetUnusable } from "../../torture/shop.js";
import { torture } from "../../torture/torture.js";
import { isSound, tortureText } from "../../torture/torture-text.js";
import { withShop } from "./shop.js";

/** @param say is told what goes on */
export const runTorture = async (
  { adminKeyFile, checksRows, ...request }: TortureRequest,
  config: Config,
  say: (line: string) => void,
): Promise<{ readonly text: string; readonly isSound: boolean }> => {
  const { sandbox } = config.payments;
  const report = await torture(
    {
      ...request,
      adminKey: adminKeyOf(adminKeyFile, config),
      sandbox: sandbox?.kind === "OTHER" ? sandbox : null,
    },
    say,
  ).catch((error: unknown) => {
    throw error instanceof TargetUnusable ? new CannotProceed(error.message) : error;
  });
  const doctor = await checkRows(checksRows ? config : null);
  return { text: tortureText(report, doctor), isSound: isSound(report, doctor) };
};

const adminKeyOf = (file: string | null, { adminKey }: Config): string => {
  const key = file === null ? adminKey : readFileSync(file, "utf8").trim();
  if (key !== null) return key;
  throw new CannotProceed(
    "Give --admin-key-file with the key of the admin API, or set PLINTH_ADMIN_KEY.",
  );
};

const checkRows = async (config: Config | null): Promise<Finding> => {
  const check = "every stored row is as it must be (plinth doctor)";
  if (config === null) return { check, wrong: [], unchecked: "give --doctor beside the store" };
  const wrong: string[] = [];
  await withShop(config, ({ app }) =>
    app.operations.checkRows(
      {
        onBroken: ({ key, expected, found }, { name }) =>
          void wrong.push(`${name} ${JSON.stringify(key)}: ${found} instead of ${expected}`),
      },
      OPERATOR,
    ),
  );
  return { check, wrong, unchecked: null };
};
