/** Some of a list: a page of it, counted from 1. */
export type PageOf<E> = { readonly entries: readonly E[]; readonly page: number; readonly pages: number }

/** The page asked for, `size` long; the first where none is, the last where the list ends before. */
export function pageOf<E>(all: readonly E[], asked: string | undefined, size: number): PageOf<E> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = parsePage(asked, pages)
  return { entries: all.slice((page - 1) * size, page * size), page, pages }
}

/** A page's number as an address has it, from 1 to `pages`; 1 for what is no number. */
export function parsePage(asked: string | undefined, pages: number): number {
  const number = /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 1
  return Math.min(Math.max(number, 1), pages)
}
