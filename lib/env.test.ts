import { describe, expect, test } from 'vitest'
import { parseEnvironment } from './env'

describe('the environment', () => {
  test('needs nothing: every setting has a default or may be absent', () => {
    expect(parseEnvironment({})).toEqual({
      ...{ DATABASE_URL: 'file:./data/timewait.db', LOG_LEVEL: 'info', PORT: 3000 },
      TRUST_PROXY: 'false',
    })
  })

  test('takes an empty text for absent', () => {
    expect(parseEnvironment({ PORT: '', LOG_LEVEL: '' })).toMatchObject({ PORT: 3000, LOG_LEVEL: 'info' })
  })

  test.each([
    [{ PORT: '80000' }, 'PORT is "80000"'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is "mysql://x"'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_CLIENT_ID: 'timewait', OIDC_CLIENT_SECRET: 'x' }, 'OIDC_ISSUER'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_FROM'],
    [{ SMTP_FROM: 'school@x.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'http://u:secret@mail.example', SMTP_FROM: 'a@x.org' }, /SMTP_URL: (?!.*secret)/],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
    [{ BETTER_AUTH_SECRET: 'short' }, 'BETTER_AUTH_SECRET'],
  ])('names the bad setting and quotes it: %o', (source, complaint) => {
    expect(() => parseEnvironment(source)).toThrow(complaint)
  })
})
