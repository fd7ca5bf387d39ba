import { describe, expect, it } from 'vitest'
import { problemResponse } from './problem'
import { largestBody, readJson } from './read-json'

function post(body: BodyInit, type: string | null = 'application/json'): Request {
  const headers = type === null ? undefined : { 'Content-Type': type }
  return new Request('http://localhost/api/step', { method: 'POST', body, ...(headers && { headers }) })
}

/** A body of this many octets that comes in two pieces and says nothing of its length. */
function inPieces(octets: number): ReadableStream<Uint8Array> {
  const text = new TextEncoder().encode(`"${'x'.repeat(octets - 2)}"`)
  return new ReadableStream({
    start(controller) {
      controller.enqueue(text.slice(0, 10))
      controller.enqueue(text.slice(10))
      controller.close()
    },
  })
}

function postStream(body: ReadableStream): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
    duplex: 'half',
  } as RequestInit)
}

describe('readJson', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])('reads %s', async (type) => {
    expect(await readJson(post('{"a":1}', type))).toEqual({ kind: 'parsed', value: { a: 1 } })
  })

  it('reads the largest body, in pieces', async () => {
    expect(await readJson(postStream(inPieces(largestBody)))).toMatchObject({ kind: 'parsed' })
  })

  it.each([
    ['text/plain', post('{}', 'text/plain'), 415, 'unsupported-media-type'],
    ['a form', post(new URLSearchParams('a=1'), null), 415, 'unsupported-media-type'],
    ['no type', post(new Blob(['{}']), null), 415, 'unsupported-media-type'],
    ['one octet too many', post(`"${'x'.repeat(largestBody - 1)}"`), 413, 'body-too-large'],
    ['one octet too many, in pieces', postStream(inPieces(largestBody + 1)), 413, 'body-too-large'],
    ['half an object', post('{"a":'), 400, 'malformed-json'],
    ['nothing', post(''), 400, 'malformed-json'],
    ['what is not UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), 400, 'malformed-json'],
  ])('refuses %s', async (_, request, status, kind) => {
    const read = await readJson(request)
    if (read.kind === 'parsed') throw new Error('Not refused')
    expect(read.problem).toMatchObject({ status, type: `/programs#${kind}`, errors: [{ pointer: '' }] })
    const response = problemResponse(read.problem)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual(read.problem)
  })
})
