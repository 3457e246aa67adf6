import { LIMIT_NAMES, limitNamed, type SetLimitName } from "../../../application/shared/limits.js";

export type LimitVariable = `PLINTH_LIMIT_${string}`;

/** `answerBytes` is set by PLINTH_LIMIT_ANSWER_BYTES. */
export const limitVariable = (name: SetLimitName): LimitVariable =>
  `PLINTH_LIMIT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

export const limitVariables = LIMIT_NAMES.map((name) => {
  const { unit, fallback, about, isAlwaysOn } = limitNamed(name);
  const measure = unit === "number" ? "" : ` In ${unit}.`;
  return {
    name: limitVariable(name),
    about: `${about}${measure}${isAlwaysOn ? "" : " `off` for no limit."}`,
    fallback: String(fallback),
  };
});
