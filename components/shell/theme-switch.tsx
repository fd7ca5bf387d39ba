'use client'

import type { ReactNode } from 'react'
import { type Theme, themes } from './theme'
import { useTheme } from './use-theme'

const signs: Record<Theme, ReactNode> = {
  system: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1v1.75M8 13.25V15M1 8h1.75M13.25 8H15M3.05 3.05l1.24 1.24M11.71 11.71l1.24 1.24M3.05 12.95l1.24-1.24M11.71 4.29l1.24-1.24" />
    </>
  ),
  dark: <path d="M13.5 9.7A6 6 0 1 1 6.3 2.5a4.8 4.8 0 0 0 7.2 7.2z" />,
}

type Props = { readonly chosen: Theme; readonly label: string; readonly names: Readonly<Record<Theme, string>> }

/** Light, dark or as the system. */
export function ThemeSwitch({ chosen, label, names }: Props) {
  const [theme, choose] = useTheme(chosen)
  return (
    <fieldset className="flex rounded-sm border border-edge">
      <legend className="sr-only">{label}</legend>
      {themes.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === name}
          aria-label={names[name]}
          title={names[name]}
          onClick={() => choose(name)}
          className="flex size-8 items-center justify-center text-muted aria-pressed:bg-rule aria-pressed:text-ink"
        >
          <svg viewBox="0 0 16 16" className="size-4" fill="none" stroke="currentColor" aria-hidden="true">
            {signs[name]}
          </svg>
        </button>
      ))}
    </fieldset>
  )
}
