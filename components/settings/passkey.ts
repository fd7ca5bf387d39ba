import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** What came of a passkey: `refused` names why, in the words of the messages. */
export type PasskeyOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly error: 'cancelled' | 'tooMany' | 'notFresh' | 'failed' }

class Refusal extends Error {
  constructor(readonly status: number) {
    super(`Refused with ${status}`)
  }
}

async function ask(path: string, body?: object) {
  const response = await fetch(`/api/auth/passkey/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!response.ok) throw new Refusal(response.status)
  return response.json()
}

async function outcomeOf(ceremony: () => Promise<unknown>): Promise<PasskeyOutcome> {
  try {
    await ceremony()
    return { kind: 'done' }
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return { kind: 'refused', error: 'tooMany' }
    if (error instanceof Refusal && error.status === 403) return { kind: 'refused', error: 'notFresh' }
    // The browser says no more of a person who changed their mind, nor of one who waited too long.
    const cancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
    return { kind: 'refused', error: cancelled ? 'cancelled' : 'failed' }
  }
}

/** Ties a new passkey of this device to whoever is signed in; `name` is what it is called in lists. */
export function registerPasskey(name: string): Promise<PasskeyOutcome> {
  return outcomeOf(async () => {
    const optionsJSON = await ask(`generate-register-options?name=${encodeURIComponent(name)}`)
    await ask('verify-registration', { name, response: await startRegistration({ optionsJSON }) })
  })
}

/** Signs in by a passkey that the device finds by itself. */
export function signInByPasskey(): Promise<PasskeyOutcome> {
  return outcomeOf(async () => {
    const optionsJSON = await ask('generate-authenticate-options')
    await ask('verify-authentication', { response: await startAuthentication({ optionsJSON }) })
  })
}
