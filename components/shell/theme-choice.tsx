'use client'

import { type Theme, themes } from './theme'
import { useTheme } from './use-theme'

type Props = { readonly chosen: Theme; readonly label: string; readonly names: Readonly<Record<Theme, string>> }

/** The theme switch in words, for a page of settings. */
export function ThemeChoice({ chosen, label, names }: Props) {
  const [theme, choose] = useTheme(chosen)
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-3">
        {themes.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={theme === name}
            onClick={() => choose(name)}
            className="min-h-11 rounded-sm border border-edge px-4 aria-pressed:bg-rule"
          >
            {names[name]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
