import { Accessibility, defaultPreset, StyleInjector } from '@dnd-kit/dom'

/**
 * dnd-kit's own announcements fall silent after the pick-up; where an element is now is said here instead. Its styles
 * need the nonce of the page (proxy.ts), which the browser hands to scripts alone and every script of the page carries.
 */
export function dragPlugins() {
  const nonce = typeof document === 'undefined' ? undefined : document.querySelector('script')?.nonce
  return [
    ...defaultPreset.plugins.filter((plugin) => plugin !== Accessibility),
    ...(nonce ? [StyleInjector.configure({ nonce })] : []),
  ]
}
