import 'server-only'
import { pino } from 'pino'
import { env } from './env'

/** What must never reach a log file: who somebody is, and what they answered. */
const secret = ['cookie', 'authorization', 'set-cookie', 'password', 'secret', 'token', 'answer', 'answers', 'email']

/** One JSON line per event on stdout. Objects are redacted two levels deep. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: secret.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
    censor: '[redacted]',
  },
})
