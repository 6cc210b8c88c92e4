'use client';

import { type ReactNode, useId } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface SegmentedProps<T extends string> {
  /** What is chosen, for who cannot see it: "Theme". */
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly className?: string;
}

/** One of a few choices, all in sight. Radio buttons underneath: arrows move, one tab stop. */
export function Segmented<T extends string>({
  legend,
  choices,
  value,
  onChange,
  className,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className={className === undefined ? 'segmented' : `segmented ${className}`}>
      <legend className="sr-only">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
