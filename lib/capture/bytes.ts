/**
 * A window on the bytes of a file in one byte order. Whatever is asked for beyond the end is refused by `has`; the
 * readers ask first, so that no file makes them read beside it.
 */
export type Bytes = { readonly view: DataView; readonly littleEndian: boolean }

export function bytesOf(array: Uint8Array, littleEndian: boolean): Bytes {
  return { view: new DataView(array.buffer, array.byteOffset, array.byteLength), littleEndian }
}

/** Whether `count` octets stand at `at`. */
export function hasBytes({ view }: Bytes, at: number, count: number): boolean {
  return at >= 0 && count >= 0 && at + count <= view.byteLength
}

export function u16({ view, littleEndian }: Bytes, at: number): number {
  return view.getUint16(at, littleEndian)
}

export function u32({ view, littleEndian }: Bytes, at: number): number {
  return view.getUint32(at, littleEndian)
}
