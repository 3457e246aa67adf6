import { LIMIT_NAMES, limitNamed, type Limits } from "../../../application/shared/limits.js";
import { limitVariable } from "./limit-variables.js";
import type { VariableReader } from "./variable-reader.js";

const MOST = 1_000_000_000;

export const readLimits = (read: VariableReader): Limits =>
  Object.fromEntries(
    LIMIT_NAMES.map((name) => {
      const { least, most = MOST, isAlwaysOn } = limitNamed(name);
      const variable = limitVariable(name);
      return [
        name,
        isAlwaysOn ? read.whole(variable, least, most) : read.wholeOrOff(variable, least, most),
      ];
    }),
  ) as Limits;
