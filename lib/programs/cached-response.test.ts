import { describe, expect, it } from 'vitest'
import { cachedResponse } from './cached-response'

function get(ifNoneMatch?: string): Request {
  return new Request(
    'http://localhost/',
    ifNoneMatch === undefined ? {} : { headers: { 'If-None-Match': ifNoneMatch } },
  )
}

describe('cachedResponse', () => {
  it('sends the text, and how long it may be kept', async () => {
    const response = cachedResponse(get(), '{"a":1}')
    expect(await response.text()).toBe('{"a":1}')
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  })

  it('answers 304 to whoever has the text', () => {
    const tag = cachedResponse(get(), 'text').headers.get('etag') ?? ''
    for (const held of [tag, `"other", ${tag}`, tag.replace('W/', ''), '*']) {
      const response = cachedResponse(get(held), 'text')
      expect(response.status, held).toBe(304)
      expect(response.headers.get('etag')).toBe(tag)
      expect(response.body).toBeNull()
    }
  })

  it('sends the text to whoever has another', () => {
    const tag = cachedResponse(get(), 'texu').headers.get('etag') ?? ''
    expect(cachedResponse(get(tag), 'text').status).toBe(200)
  })
})
