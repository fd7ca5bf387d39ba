import { createNavigation } from 'next-intl/navigation'
import { routing } from './routing'

/** Links and redirects that keep the reader's language: write `/learn`, get `/zh-CN/learn`. */
export const { Link, getPathname, redirect, usePathname, useRouter } = createNavigation(routing)
