import { useId } from "react";
import { useTexts } from "../texts/texts";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly autoComplete: string;
  /** What is wrong with it. Null: nothing. */
  readonly problem: string | null;
  readonly isNeeded?: boolean;
  /** Whether two of its kind fit beside each other. */
  readonly isShort?: boolean;
  /** A list to choose from, instead of a field for text. */
  readonly options?: readonly { readonly code: string; readonly name: string }[];
  readonly onChange?: (value: string) => void;
}

const TYPES: Readonly<Record<string, string>> = { email: "email", phone: "tel" };

/** A field with its label and, beside it, what is wrong with it. */
export const Field = ({
  name,
  label,
  value,
  autoComplete,
  problem,
  isNeeded = false,
  isShort = false,
  options,
  onChange,
}: FieldProps) => {
  const id = useId();
  const texts = useTexts();
  const common = {
    id,
    name,
    defaultValue: value,
    autoComplete,
    required: isNeeded,
    "aria-invalid": problem === null ? undefined : true,
    "aria-describedby": problem === null ? undefined : `${id}-problem`,
  };
  return (
    <div className={isShort ? "field short" : "field"}>
      <label htmlFor={id}>
        {label} {!isNeeded && <span className="small">({texts.optional})</span>}
      </label>
      {options === undefined ? (
        <input {...common} type={TYPES[name] ?? "text"} maxLength={255} />
      ) : (
        <select {...common} onChange={({ target }) => onChange?.(target.value)}>
          <option value="" />
          {options.map(({ code, name: text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
};
