import type { Messages } from './messages'
import type { Locale } from './routing'

declare module 'next-intl' {
  // next-intl reads its types from this interface: a wrong key or a missing argument is a type error.
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
