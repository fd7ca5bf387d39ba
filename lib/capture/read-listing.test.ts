import { describe, expect, it } from 'vitest'
import { readListing } from './read-listing'

const ss = `State      Recv-Q Send-Q Local Address:Port  Peer Address:Port Process
LISTEN     0      128          0.0.0.0:80         0.0.0.0:*
CLOSE-WAIT 1      0           10.0.0.2:80        10.0.0.1:40001
ESTAB      0      0      [::ffff:10.0.0.2]:80  [::ffff:10.0.0.1]:40002
UNCONN     0      0                  *:5                *:*`

const linux = `Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN
tcp        0      0 10.0.0.2:80             10.0.0.1:40001          TIME_WAIT
tcp6       0      0 ::1:80                  ::1:40001               FIN_WAIT2`

const mac = `Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp4       0      0  10.0.0.2.80            10.0.0.1.40001         SYN_RCVD
tcp46      0      0  *.80                   *.*                    LISTEN`

const windows = `  Proto  Local Address          Foreign Address        State           PID
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       888
  TCP    10.0.0.2:80            10.0.0.1:40001         LAST_ACK        4`

const kernel = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1
   1: 0200000A:0050 0100000A:9C41 08 00000000:00000000 00:00000000 00000000     0        0 1 1
   2: 00000000000000000000000001000000:0050 00000000000000000000000001000000:9C41 0B 00000000:00000000 00:0 0 0 0 0`

describe('readListing', () => {
  it.each([
    ['ss', ss, ['LISTEN', 'CLOSE-WAIT', 'ESTABLISHED', 'CLOSED']],
    ['netstat', linux, ['LISTEN', 'TIME-WAIT', 'FIN-WAIT-2']],
    ['netstat', mac, ['SYN-RECEIVED', 'LISTEN']],
    ['netstat', windows, ['LISTEN', 'LAST-ACK']],
    ['/proc/net/tcp', kernel, ['LISTEN', 'CLOSE-WAIT', 'CLOSING']],
  ] as const)('%s', (lister, text, states) => {
    const listing = readListing(text)
    expect(listing?.lister).toBe(lister)
    expect(listing?.sockets.map(({ state }) => state)).toEqual(states)
  })

  it('reads addresses', () => {
    expect(readListing(ss)?.sockets[1]).toEqual({ state: 'CLOSE-WAIT', local: '10.0.0.2:80', peer: '10.0.0.1:40001' })
    expect(readListing(mac)?.sockets[0]).toMatchObject({ local: '10.0.0.2.80', peer: '10.0.0.1.40001' })
    expect(readListing(kernel)?.sockets).toMatchObject([
      { local: '127.0.0.1:8080', peer: '0.0.0.0:0' },
      { local: '10.0.0.2:80', peer: '10.0.0.1:40001' },
      { local: '[::1]:80' },
    ])
  })

  it.each(['', 'hello world', 'closed for today', `LISTEN 1 2.3.4.5:6${' '.repeat(5000)}`, `${'a.'.repeat(1000)} 1:2`])(
    '%j is none',
    (text) => {
      expect(readListing(text)).toBeUndefined()
    },
  )
})
